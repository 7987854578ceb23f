package cn.mingjian.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.mingjian.scoring.Refused;
import cn.mingjian.scoring.score.DagangRound;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void takesTheSample() {
        assertThatCode(() -> OpeningCheck.check(
                        opening(DagangRound.json("opening.json").deepCopy())))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "/district,                         南沙,        invalid-field /district",
        "/title,                            ' ',         invalid-field /title",
        "/stage,                            INTERIM,     invalid-field /stage",
        "/onSite,                           2024-02-30,  invalid-field /onSite",
        "/evidence/from,                    2023-08-02,  window-not-whole-months /evidence/from",
        "/evidence/to,                      2024-02-28,  window-not-whole-months /evidence/to",
        "/evidence/from,                    2024-06-01,  invalid-field /evidence/from",
        "/policy/publish,                   ALL,         invalid-field /policy/publish",
        "/policy/rounding,                  NEVER,       invalid-field /policy/rounding",
        "/policy/staffing/retention,        MEAN,        invalid-field /policy/staffing/retention",
        "/policy/staffing/halfMonthAfterDay,32,          invalid-field /policy/staffing/halfMonthAfterDay",
        "/policy/parties/0/weight,          55.01,       weights-not-hundred /policy/parties",
        "/policy/parties/0/weight,          -55,         invalid-field /policy/parties/0/weight",
        "/policy/grades/3/from,             1,           no-grade-from-zero /policy/grades",
        "/policy/grades/1/from,             90.0,        invalid-field /policy/grades/1/from",
        "/policy/grades/1/grade,            优秀,        invalid-field /policy/grades/1/grade",
    })
    void refusesEachFieldThatIsWrong(String pointer, String value, String refusal) throws JsonProcessingException {
        ObjectNode document = DagangRound.json("opening.json").deepCopy();
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, last))).put(pointer.substring(last + 1), value);
        Opening opening = opening(document);

        assertThat(Refused.by(() -> OpeningCheck.check(opening))).containsExactly(refusal);
    }

    @Test
    void wantsEachPartyOnce() throws JsonProcessingException {
        ObjectNode document = DagangRound.json("opening.json").deepCopy();
        ((ObjectNode) document.at("/policy/parties/3")).put("party", "PURCHASER");
        Opening opening = opening(document);

        assertThat(Refused.by(() -> OpeningCheck.check(opening)))
                .containsExactly("invalid-field /policy/parties/3/party", "party-missing /policy/parties");
    }

    @Test
    void survivesWhatIsNotThere() throws JsonProcessingException {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode parties = document.putObject("policy").putArray("parties");
        parties.addNull();
        Opening opening = opening(document);

        assertThat(Refused.by(() -> OpeningCheck.check(opening)))
                .contains(
                        "invalid-field /title",
                        "invalid-field /evidence",
                        "invalid-field /policy/parties/0",
                        "invalid-field /policy/grades",
                        "invalid-field /policy/staffing");
    }

    private static Opening opening(ObjectNode document) throws JsonProcessingException {
        return JSON.treeToValue(document, Opening.class);
    }
}
