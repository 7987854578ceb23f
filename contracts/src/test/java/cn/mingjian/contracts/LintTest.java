package cn.mingjian.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Spectral over the OpenAPI files by contracts/.spectral.yaml, AsyncAPI's own parser over asyncapi.yaml. */
class LintTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONTRACTS = Path.of("").toAbsolutePath();
    private static final Path LINT = CONTRACTS.resolve("src/test/lint");

    private record Ending(int code, String said) {}

    @BeforeAll
    static void install() throws Exception {
        Ending npm =
                run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error");
        assertThat(npm.code()).as(npm.said()).isZero();
    }

    @Test
    void everyOpenApiFileKeepsTheRules() throws Exception {
        List<String> files = openApiFiles();

        assertThat(files).hasSize(6);
        Ending spectral = spectral(files);
        assertThat(spectral.code()).as(spectral.said()).isZero();
    }

    /** One operation of a real file is broken by each rule of .spectral.yaml: a rule that finds nothing would let all through. */
    @Test
    void eachRuleFindsWhatBreaksIt(@TempDir Path folder) throws Exception {
        ObjectNode file = yaml("openapi/district.yaml");
        ObjectNode path = (ObjectNode) file.at("/paths/~1v1~1districts~1{district}");
        ObjectNode put = (ObjectNode) path.get("put");
        put.put("summary", "registers").put("operationId", "register").remove("security");
        ObjectNode answers = (ObjectNode) put.get("responses");
        answers.remove(List.of("413", "503"));
        answers.putObject("404").put("description", "gone").putObject("content").putObject("text/plain");
        ((ObjectNode) put.at("/parameters/0/schema")).remove("pattern");
        ((ObjectNode) path.at("/get/responses")).remove("401");
        file.withObject("/components/schemas/DistrictDocument").removeAll().put("type", "object");
        Path broken = folder.resolve("broken.json");
        JSON.writeValue(broken.toFile(), file);

        Ending spectral = spectral(List.of(broken.toString()));

        assertThat(spectral.code()).isNotZero();
        assertThat(spectral.said()).contains(ownRules());
    }

    private static List<String> ownRules() throws IOException {
        return yaml(".spectral.yaml").get("rules").properties().stream()
                .filter(rule -> rule.getValue().isObject())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static ObjectNode yaml(String file) throws IOException {
        String text = Files.readString(CONTRACTS.resolve(file));
        return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    @Test
    void theAsyncApiDocumentIsOne() throws Exception {
        Ending parser =
                run("node", "asyncapi.cjs", CONTRACTS.resolve("asyncapi.yaml").toString());

        assertThat(parser.code()).as(parser.said()).isZero();
        assertThat(parser.said()).contains(" messages");
    }

    @Test
    void anAsyncApiDocumentThatIsNoneIsFound(@TempDir Path folder) throws Exception {
        String text = Files.readString(CONTRACTS.resolve("asyncapi.yaml"));
        Path broken = Files.writeString(
                folder.resolve("asyncapi.yaml"),
                text.replaceFirst("action: send", "action: shout").replace("$ref: events/", "$ref: nowhere/"));

        Ending parser = run("node", "asyncapi.cjs", broken.toString());

        assertThat(parser.code()).isNotZero();
    }

    private static List<String> openApiFiles() throws IOException {
        try (var files = Files.list(CONTRACTS.resolve("openapi"))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static Ending spectral(List<String> files) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "node",
                "node_modules/@stoplight/spectral-cli/dist/index.js",
                "lint",
                "--ruleset",
                CONTRACTS.resolve(".spectral.yaml").toString()));
        command.addAll(files);
        return run(command.toArray(String[]::new));
    }

    private static Ending run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(LINT.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ending(process.waitFor(), said);
    }
}
