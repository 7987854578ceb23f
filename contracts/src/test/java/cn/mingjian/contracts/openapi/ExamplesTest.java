package cn.mingjian.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("openapi"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyBodyHasAnExampleThatItsSchemaAllows(Path file) {
        Bodies bodies = Bodies.in(file);
        List<String> wrong = new ArrayList<>();

        for (String operation : bodies.operations()) {
            Stream.concat(bodies.requests(operation).stream(), bodies.answers(operation).stream())
                    .forEach(body -> check(bodies, operation, body, wrong));
        }

        assertThat(wrong).isEmpty();
    }

    private static void check(Bodies bodies, String operation, JsonNode body, List<String> wrong) {
        if (!body.has("example")) {
            wrong.add(operation + ": no example");
        } else {
            bodies.faults(body, body.get("example")).forEach(fault -> wrong.add(operation + ": " + fault));
        }
    }
}
