package cn.mingjian.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealmTest {

    @Test
    void joinsListsMergesObjectsAndReplacesTheRest() throws IOException {
        Realm base = realm("{'sslRequired':'external','clients':[{'clientId':'a'}],'roles':{'realm':[1]}}");
        Realm overlay = realm("{'sslRequired':'none','clients':[{'clientId':'b'}],'roles':{'client':[2]}}");

        String merged = base.with(overlay).withSecrets(Map.of("b", "s"));

        assertThat(new ObjectMapper().readTree(merged))
                .isEqualTo(json("{'sslRequired':'none','clients':[{'clientId':'a'},{'clientId':'b','secret':'s'}],"
                        + "'roles':{'realm':[1],'client':[2]}}"));
    }

    @Test
    void holdsNoSecretInItsFiles() throws IOException {
        for (String file : new String[] {"mingjian-realm.json", "demo.json", "test.json"}) {
            assertThat(TestServers.realm(file).withSecrets(Map.of())).doesNotContain("\"secret\"");
        }
    }

    @Test
    void allowsPasswordGrantsInTheDemoOnly() throws IOException {
        assertThat(passwordClients(TestServers.realm("mingjian-realm.json"))).isEmpty();
        assertThat(passwordClients(TestServers.realm("demo.json")))
                .containsExactlyInAnyOrder(
                        "demo-bureau",
                        "demo-operator",
                        "demo-third-party",
                        "demo-supervisory-center",
                        "demo-purchaser",
                        "demo-supervisor");
    }

    @Test
    void everyPortalIsAtAnAddressOfItsOwnOrElseAtTheCommonOne() throws IOException {
        for (String role :
                new String[] {"third-party", "supervisory-center", "purchaser", "supervisor", "operator", "bureau"}) {
            String own =
                    "${MINGJIAN_PORTAL_" + role.toUpperCase(Locale.ROOT).replace('-', '_') + ":https://all}/" + role;

            JsonNode client = client(
                    "portal-" + role, TestServers.realm("mingjian-realm.json").withPortal("https://all"));

            assertThat(client.at("/redirectUris")).extracting(JsonNode::asText).containsExactly(own + "/signed-in");
            assertThat(client.at("/attributes/post.logout.redirect.uris").asText())
                    .isEqualTo(own + "/goodbye");
            assertThat(client.at("/attributes/backchannel.logout.url").asText())
                    .isEqualTo(own + "/back-channel-logout");
        }
    }

    private static JsonNode client(String id, Realm realm) throws IOException {
        for (JsonNode client :
                new ObjectMapper().readTree(realm.withSecrets(Map.of())).path("clients")) {
            if (client.path("clientId").asText().equals(id)) {
                return client;
            }
        }
        throw new AssertionError("no client " + id);
    }

    private static ArrayList<String> passwordClients(Realm realm) throws IOException {
        var ids = new ArrayList<String>();
        for (JsonNode client :
                new ObjectMapper().readTree(realm.withSecrets(Map.of())).path("clients")) {
            assertThat(client.path("fullScopeAllowed").asBoolean(true)).isFalse();
            if (client.path("directAccessGrantsEnabled").asBoolean(true)) {
                ids.add(client.path("clientId").asText());
            }
        }
        return ids;
    }

    private static Realm realm(String json) throws IOException {
        return Realm.read(new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode json(String json) throws IOException {
        return new ObjectMapper().readTree(json.replace('\'', '"'));
    }
}
