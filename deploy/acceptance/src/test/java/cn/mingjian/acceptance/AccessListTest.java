package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The list of who may call what and the services' annotations cannot drift apart. */
class AccessListTest {
    private final AccessList access = new AccessList();

    @Test
    void namesExactlyTheOperationsAndRolesThatTheServicesAnswerTo() {
        Map<String, Set<String>> listed = new TreeMap<>();
        access.operations().forEach(operation -> listed.put(operation.toString(), access.roles(operation)));

        assertThat(listed).isEqualTo(access.described());
    }

    @Test
    void namesOnlyRolesThatTheRealmKnows() throws IOException {
        JsonNode realm = new ObjectMapper()
                .readTree(RunningPlatform.ROOT
                        .resolve("deploy/keycloak/mingjian-realm.json")
                        .toFile());
        Set<String> known = new TreeSet<>(Set.of(AccessList.ANONYMOUS));
        realm.at("/roles/realm").forEach(role -> known.add(role.get("name").asText()));

        assertThat(access.operations())
                .allSatisfy(operation -> assertThat(known).containsAll(access.roles(operation)));
    }

    @Test
    void letsTheOperatorSeeNeitherAnswersNorSheetsNorProgress() {
        assertThat(access.operations())
                .filteredOn(operation -> operation.tail().matches("/(sheets|satisfaction|progress|findings|parties).*"))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(access.roles(operation)).doesNotContain("operator", "platform"));
    }
}
