package cn.mingjian.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas and examples of contracts/events. */
class EventFilesTest {

    private static final Path CONTRACTS = Path.of("").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema META = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    private static final EventContracts CONTRACT = EventContracts.in(CONTRACTS);

    static Set<String> types() {
        return new TreeSet<>(CONTRACT.types());
    }

    static Stream<Path> schemas() throws IOException {
        return Stream.concat(Files.list(CONTRACTS.resolve("events")), Files.list(CONTRACTS.resolve("bundle")))
                .filter(file -> file.toString().endsWith(".schema.json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everySchemaIsOneOfItsMetaSchema(Path file) throws IOException {
        JsonNode schema = JSON.readTree(file.toFile());

        assertThat(META.validate(schema)).as("%s", file).isEmpty();
        assertThat(schema.path("$schema").asText())
                .as("%s", file)
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyExampleCouldBePublished(String type) {
        JsonNode example = CONTRACT.example(type);
        String topic = topicOf(type);

        assertThat(CONTRACT.violations(topic, CONTRACT.key(type, example), type, example))
                .isEmpty();
        assertThat(CONTRACT.key(type, example)).as("key of %s", type).matches("[a-z0-9-]+(/[a-z0-9-]+)*");
    }

    @ParameterizedTest
    @MethodSource("types")
    void noTypeMayLeaveAFieldOutOrAddOne(String type) {
        JsonNode example = CONTRACT.example(type);
        String topic = topicOf(type);
        String key = CONTRACT.key(type, example);

        ObjectNode more = example.<ObjectNode>deepCopy().put("undeclared", 1);
        ObjectNode empty = JSON.createObjectNode();

        assertThat(CONTRACT.violations(topic, key, type, more)).anyMatch(violation -> violation.contains("undeclared"));
        assertThat(CONTRACT.violations(topic, key, type, empty)).isNotEmpty();
    }

    @Test
    void refusesStrangeTypesTopicsAndKeys() {
        String type = "cn.mingjian.scoring.PhaseChanged.v1";
        JsonNode example = CONTRACT.example(type);
        String key = CONTRACT.key(type, example);

        assertThat(CONTRACT.violations("scoring.evaluation", key, "cn.mingjian.scoring.PhaseLeft.v1", example))
                .containsExactly(
                        "cn.mingjian.scoring.PhaseLeft.v1 on scoring.evaluation: no such message in asyncapi.yaml");
        assertThat(CONTRACT.violations("scoring.result", key, type, example))
                .containsExactly(type + " on scoring.result: belongs on scoring.evaluation");
        assertThat(CONTRACT.violations("scoring.evaluation", "else", type, example))
                .containsExactly(type + " on scoring.evaluation: key is else, not " + key);
    }

    @Test
    void completesAPayloadWithWhatMayNotBeLeftOut() throws IOException {
        JsonNode given = JSON.readTree("{\"records\": [{\"id\": \"r-1\"}], \"last\": false}");
        JsonNode example = CONTRACT.example("cn.mingjian.integration.ServiceRecordsReceived.v1");

        JsonNode whole = CONTRACT.whole("cn.mingjian.integration.ServiceRecordsReceived.v1", given);

        assertThat(whole.path("last").asBoolean()).isFalse();
        assertThat(whole.path("delivery")).isEqualTo(example.path("delivery"));
        assertThat(whole.at("/records/0/id").asText()).isEqualTo("r-1");
        assertThat(whole.at("/records/0/version")).isEqualTo(example.at("/records/0/version"));
        assertThat(example.at("/records/0/area").isNull()).isFalse();
        assertThat(whole.at("/records/0/area").isNull()).isTrue();
    }

    @Test
    void everyFileBelongsToAMessage() throws IOException {
        Set<String> declared = types().stream()
                .map(type -> type.split("\\.")[3])
                .flatMap(name -> Stream.of(name + ".schema.json", name + ".example.json"))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(CONTRACTS.resolve("events"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(declared);
        }
    }

    private static String topicOf(String type) {
        return CONTRACT.topic(type);
    }
}
