package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published schemas hold for the bundle that the product carries. */
class SchemaTest {

    @Test
    void holdForEveryFileOfTheExample() throws IOException {
        Bundle dagang = ((Bundle.Reading.Correct) Bundle.read(Draft.DAGANG)).bundle();
        Map<String, JsonNode> files = Map.of(
                "evaluation", dagang.evaluation(),
                "rubric", dagang.rubric(),
                "claims", dagang.claims(),
                "findings", dagang.findings(),
                "feedback", dagang.feedback(),
                "remediation", dagang.remediation());

        for (Map.Entry<String, JsonNode> file : files.entrySet()) {
            assertThat(schema(file.getKey()).validate(file.getValue()))
                    .as(file.getKey())
                    .isEmpty();
        }
        JsonSchema record = schema("service-record");
        for (String line :
                Files.readAllLines(Draft.DAGANG.resolve(RecordsFile.FILE)).subList(0, 100)) {
            assertThat(record.validate(new ObjectMapper().readTree(line))).isEmpty();
        }
    }

    private static JsonSchema schema(String name) throws IOException {
        String text = Files.readString(Path.of("../../contracts/bundle/%s.schema.json".formatted(name)));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }
}
