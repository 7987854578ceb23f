package cn.mingjian.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreedFileTest {

    private static final String CODE = """
        paths:
          /v1/stations:
            get:
              operationId: StationResource_list
              tags: [a, b]
        """;

    @TempDir
    private Path folder;

    private Path generated;
    private Path examples;
    private Path agreed;

    @BeforeEach
    void generate() throws IOException {
        generated = Files.writeString(folder.resolve("generated.yaml"), CODE);
        examples = folder.resolve("examples.yaml");
        agreed = folder.resolve("agreed.yaml");
    }

    @Test
    void letsAFilePassThatSaysTheSameInAnotherOrder() throws IOException {
        Files.writeString(agreed, """
            paths:
              "/v1/stations":
                get: {tags: [a, b], operationId: StationResource_list}
            """);

        assertThatCode(() -> check("false")).doesNotThrowAnyException();
    }

    @Test
    void namesThePlaceAndBothSidesOfADifference() throws IOException {
        Files.writeString(agreed, CODE.replace("_list", "_all") + "      deprecated: true\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> check("false"))
                .withMessageContaining("agreed.yaml and the code differ in 2 places")
                .withMessageContaining("  paths › /v1/stations › get › operationId\n"
                        + "    - StationResource_all\n    + StationResource_list\n")
                .withMessageContaining("paths › /v1/stations › get › deprecated")
                .withMessageContaining("-Dcontracts.update");
    }

    @Test
    void findsWhatOnlyOneSideHas() throws IOException {
        Files.writeString(agreed, CODE.replace("[a, b]", "[a]") + "  /v1/boards: {}\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> check("false"))
                .withMessageContaining("differ in 2 places")
                .withMessageContaining("paths › /v1/boards")
                .withMessageContaining("[a, b]");
    }

    @Test
    void refusesAFileThatIsMissingOrNoYaml() throws IOException {
        assertThatIllegalStateException()
                .isThrownBy(() -> check("false"))
                .withMessageContaining("agreed.yaml is missing");

        Files.writeString(agreed, "paths:\n  a: 1\n  a: 2\n");

        assertThatIllegalStateException().isThrownBy(() -> check("false")).withMessageContaining("duplicate key a");
    }

    @Test
    void writesTheFileOnlyWhenToldTo() throws IOException {
        Files.writeString(agreed, "paths: {}");

        check("true");

        assertThatCode(() -> check("false")).doesNotThrowAnyException();
    }

    @Test
    void theFileShowsTheExamples() throws IOException {
        Files.writeString(generated, CODE + """
                  responses:
                    "200": {content: {application/json: {}}}
                    "404": {content: {application/json: {}}}
            """);
        Files.writeString(examples, "GET /v1/stations:\n  answer: {stations: [dagang]}\n");

        check("true");

        assertThat(String.valueOf(Yaml.read(agreed)))
                .contains("200={content={application/json={example={stations=[dagang]}}}}")
                .contains("404={content={application/json={}}}");
        assertThatCode(() -> check("false")).doesNotThrowAnyException();
        Files.writeString(examples, "GET /v1/stations:\n  answer: {stations: [huangge]}\n");
        assertThatIllegalStateException().isThrownBy(() -> check("false")).withMessageContaining("dagang");
    }

    @Test
    void refusesAnExampleOfNothing() throws IOException {
        Files.writeString(examples, "GET /v1/stations:\n  request: {}\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> check("false"))
                .withMessageContaining("a request that GET /v1/stations does not have");
    }

    private void check(String update) throws IOException {
        String classes = Files.createDirectories(folder.resolve("classes")).toString();
        AgreedFile.main(new String[] {generated.toString(), examples.toString(), agreed.toString(), update, classes});
    }
}
