package cn.mingjian.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String BEFORE = """
        {"type": "object", "required": ["code", "parts"], "properties": {
          "code": {"type": "string", "pattern": "^[a-z]+$"},
          "phase": {"enum": ["OPEN", "CLOSED"]},
          "total": {"oneOf": [{"type": "string"}, {"type": "null"}]},
          "parts": {"type": "array", "minItems": 1, "items": {"type": "object", "properties": {"rank": {"type": "integer", "minimum": 1}}}}}}\
        """;

    @Test
    void letsAFormGrowByOptionalFields() throws IOException {
        assertThat(breaks("\"code\": {", "\"note\": {\"type\": \"string\"}, \"code\": {"))
                .isEmpty();
        assertThat(breaks("\"rank\": {", "\"name\": {\"type\": \"string\"}, \"rank\": {"))
                .isEmpty();
    }

    @Test
    void letsWordsAndTheOrderOfValuesChange() throws IOException {
        assertThat(breaks("[\"OPEN\", \"CLOSED\"]", "[\"CLOSED\", \"OPEN\"], \"description\": \"状态\""))
                .isEmpty();
        assertThat(breaks(
                        "{\"type\": \"object\", \"required\"", "{\"title\": \"x\", \"type\": \"object\", \"required\""))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"phase\": {\"enum\": [\"OPEN\", \"CLOSED\"]}, | `` | /phase was taken away or renamed",
                "\"rank\" | \"place\" | /parts/*/rank was taken away or renamed",
                "\"OPEN\", \"CLOSED\" | \"OPEN\" | /phase enum was [\"OPEN\",\"CLOSED\"] and is [\"OPEN\"]",
                "\"OPEN\", \"CLOSED\" | \"OPEN\", \"CLOSED\", \"GONE\" | /phase enum was [\"OPEN\",\"CLOSED\"] and is"
                        + " [\"OPEN\",\"CLOSED\",\"GONE\"]",
                "\"integer\" | \"string\" | /parts/*/rank type was \"integer\" and is \"string\"",
                "\"minimum\": 1 | \"minimum\": 2 | /parts/*/rank minimum was 1 and is 2",
                "^[a-z]+$ | ^[a-z]$ | /code pattern was \"^[a-z]+$\" and is \"^[a-z]$\"",
                "[\"code\", \"parts\"] | [\"code\", \"parts\", \"phase\"] | /phase was optional and is required",
                "[\"code\", \"parts\"] | [\"code\"] | /parts was required and is optional, which its readers do not"
                        + " expect",
                ", {\"type\": \"null\"} | `` | /total oneOf had 2 forms and has 1",
                "{\"type\": \"null\"} | {\"type\": \"boolean\"} | /total type was \"null\" and is \"boolean\"",
                "\"type\": \"array\" | \"type\": \"object\" | /parts type was \"array\" and is \"object\""
            })
    void namesWhatIsNoGrowth(String part, String instead, String said) throws IOException {
        assertThat(breaks(part, instead)).containsExactly(said);
    }

    @Test
    void takesNoNewFieldThatOldEventsDoNotHave() throws IOException {
        JsonNode after = JSON.readTree(BEFORE.replace("\"code\": {", "\"note\": {\"type\": \"string\"}, \"code\": {")
                .replace("[\"code\",", "[\"note\", \"code\","));

        assertThat(Growth.breaks(JSON.readTree(BEFORE), after))
                .containsExactly("/note is new and required, which events already published do not have");
    }

    @Test
    void findsEveryBreakAtOnce() throws IOException {
        JsonNode after = JSON.readTree(BEFORE.replace("\"rank\"", "\"place\"").replace("\"phase\"", "\"stage\""));

        assertThat(Growth.breaks(JSON.readTree(BEFORE), after)).hasSize(2);
    }

    private static java.util.List<String> breaks(String part, String instead) throws IOException {
        assertThat(BEFORE).contains(part);
        return Growth.breaks(JSON.readTree(BEFORE), JSON.readTree(BEFORE.replace(part, instead)));
    }
}
