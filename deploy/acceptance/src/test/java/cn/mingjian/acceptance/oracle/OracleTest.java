package cn.mingjian.acceptance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OracleTest {
    private static final Path DAGANG = Path.of(System.getProperty("project.root", "../.."), "deploy/demo/dagang");

    @Test
    void findsEveryFigureOfTheDagangEvaluation() throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(DAGANG.resolve("expected.json").toFile());

        JsonNode result = new Oracle(DAGANG).result();

        assertThat(ResultDifferences.between(expected, result)).isEmpty();
    }

    @Test
    void comparesFieldByFieldWhateverTheOrder() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode expected =
                json.readTree("{\"list\":[{\"party\":\"A\",\"raw\":\"1\"},{\"party\":\"B\",\"raw\":null}]}");
        JsonNode turned = json.readTree("{\"list\":[{\"party\":\"B\",\"raw\":null},{\"party\":\"A\",\"raw\":\"1\"}]}");
        ObjectNode other = turned.deepCopy();
        ((ObjectNode) other.at("/list/1")).put("raw", 1);

        assertThat(ResultDifferences.between(expected, turned)).isEmpty();
        assertThat(ResultDifferences.between(expected, other)).containsExactly("/list/A/raw: expected \"1\", was 1");
        assertThat(ResultDifferences.between(expected, json.readTree("{}"))).isNotEmpty();
    }
}
