package cn.mingjian.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spectral over the OpenAPI files by contracts/.spectral.yaml, AsyncAPI's own parser over asyncapi.yaml. */
class LintTest {

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

    @Test
    void theRulesFindWhatBreaksThem(@TempDir Path folder) throws Exception {
        String text = Files.readString(CONTRACTS.resolve("openapi/integration.yaml"));
        Path broken = Files.writeString(
                folder.resolve("broken.yaml"),
                text.replaceFirst("operationId: \\S+", "operationId: get").replace("'503':", "'504':"));

        Ending spectral = spectral(List.of(broken.toString()));

        assertThat(spectral.code()).isNotZero();
        assertThat(spectral.said()).contains("operation-id-names-class-and-method", "every-operation-can-refuse");
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
