package cn.mingjian.contracts.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    @TempDir
    private Path repository;

    private Path contracts;

    @BeforeEach
    void agree() throws IOException {
        contracts = repository.resolve("contracts");
        Files.createDirectories(contracts.resolve("openapi"));
        Files.createDirectories(contracts.resolve("events"));
        write(
                "openapi/scoring.yaml",
                "openapi: 3.1.0\npaths: {/v1/a: {get: {operationId: a, responses: {'200': {description: OK}}}}}\n");
        write("events/Opened.schema.json", "{\"properties\": {\"code\": {\"type\": \"string\"}}}");
    }

    @Test
    void hasNothingToCompareWithOutsideOfGit() {
        assertThat(Baseline.of(contracts)).isEmpty();
    }

    @Test
    void findsABreakBeforeItIsCommittedAndInTheCommitThatBrings() throws Exception {
        commit("agree");
        commit("something else");

        breakBoth();

        assertThat(breaks()).hasSize(4);

        commit("break");

        assertThat(breaks())
                .containsExactly(
                        "openapi/scoring.yaml: GET /v1/a: operationId was a and is b",
                        "events/Opened.schema.json: /code was taken away or renamed");

        commit("later");

        assertThat(breaks()).isEmpty();
    }

    @Test
    void comparesWithTheLatestReleaseOnceThereIsOne() throws Exception {
        commit("agree");
        git("tag", "v1.0.0");
        breakBoth();
        commit("break");
        commit("later");

        assertThat(Baseline.of(contracts)).hasToString("[v1.0.0]");
        assertThat(breaks()).hasSize(2);
    }

    @Test
    void missesFilesThatWereTakenAway() throws Exception {
        commit("agree");
        Files.delete(contracts.resolve("openapi/scoring.yaml"));
        Files.delete(contracts.resolve("events/Opened.schema.json"));

        assertThat(breaks())
                .containsExactly("openapi/scoring.yaml: was taken away", "events/Opened.schema.json: was taken away");
    }

    private void breakBoth() throws IOException {
        write(
                "openapi/scoring.yaml",
                Files.readString(contracts.resolve("openapi/scoring.yaml")).replace("Id: a", "Id: b"));
        write("events/Opened.schema.json", "{\"properties\": {\"name\": {\"type\": \"string\"}}}");
    }

    private List<String> breaks() throws IOException {
        List<String> found = new ArrayList<>();
        for (Baseline baseline : Baseline.of(contracts)) {
            found.addAll(Breaks.since(baseline, contracts));
        }
        return found;
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(contracts.resolve(file), text);
    }

    private void commit(String message) throws Exception {
        git("init", "-q");
        git("add", "-A");
        git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-q", "--allow-empty", "-m", message);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command)
                        .directory(repository.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
