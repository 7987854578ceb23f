package cn.mingjian.scoring.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.scoring.Items;
import cn.mingjian.scoring.Refused;
import cn.mingjian.scoring.score.DagangRound;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RubricCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** JSON as the platform takes it: to a depth of 100. */
    private static final ObjectMapper TAKEN = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(100).build())
            .build());

    private static final Known INDICATORS = Known.all("指标", Set.of("home-visits", "cases", "groups", "activities"));

    @Test
    void takesTheSample() {
        assertThatCode(() -> RubricCheck.check(sample(), INDICATORS)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "/code,                                '',              invalid-field /code",
        "/step,                                0,               step-not-positive /step",
        "/step,                                half,            invalid-field /step",
        "/parties/PURCHASER/0/items/0/max,     0,               maximum-not-positive /parties/PURCHASER/0/items/0/max",
        "/parties/PURCHASER/0/items/0/max,     1e3,             invalid-field /parties/PURCHASER/0/items/0/max",
        "/parties/PURCHASER/0/items/0/kind,    EXTRA,           invalid-field /parties/PURCHASER/0/items/0/kind",
        "/parties/PURCHASER/0/items/0/code,    TP1.1,           code-repeated /parties/PURCHASER/0/items/0/code",
        "/parties/PURCHASER/0/code,            TP1,             code-repeated /parties/PURCHASER/0/code",
        "/parties/PURCHASER/0/items/0/basis,   indicator:none,  basis-unknown /parties/PURCHASER/0/items/0/basis",
        "/parties/PURCHASER/0/items/0/basis,   staffing:mood,   basis-unknown /parties/PURCHASER/0/items/0/basis",
    })
    void refusesEachFieldThatIsWrong(String pointer, String value, String refusal) throws JsonProcessingException {
        ObjectNode document = DagangRound.json("rubric.json").deepCopy();
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, last))).put(pointer.substring(last + 1), value);
        RubricDocument rubric = JSON.treeToValue(document, RubricDocument.class);

        assertThat(Refused.by(() -> RubricCheck.check(rubric, INDICATORS))).containsExactly(refusal);
    }

    @Test
    void wantsARegularItemOfEachParty() throws JsonProcessingException {
        ObjectNode document = DagangRound.json("rubric.json").deepCopy();
        ObjectNode parties = (ObjectNode) document.get("parties");
        parties.remove("SUPERVISOR");
        document.at("/parties/SUPERVISORY_CENTER")
                .forEach(category -> category.get("items").forEach(item -> ((ObjectNode) item).put("kind", "BONUS")));
        parties.putArray("a/b");
        RubricDocument rubric = JSON.treeToValue(document, RubricDocument.class);

        assertThat(Refused.by(() -> RubricCheck.check(rubric, INDICATORS)))
                .containsExactly(
                        "invalid-field /parties/a~1b",
                        "party-without-items /parties/SUPERVISORY_CENTER",
                        "party-without-items /parties");
    }

    @Test
    void readsATreeAsDeepAsItsJsonIsTaken() throws JsonProcessingException {
        RubricDocument rubric = deep(Items.DEEPEST);

        RubricCheck.check(rubric, INDICATORS);

        assertThat(rubric.toRubric().item(Party.PURCHASER, "DEEP")).isPresent();
        assertThatCode(() -> TAKEN.readTree(JSON.writeValueAsBytes(rubric))).doesNotThrowAnyException();
    }

    @Test
    void refusesACategoryThatLiesDeeper() throws JsonProcessingException {
        RubricDocument rubric = deep(Items.DEEPEST + 1);

        assertThat(Refused.by(() -> RubricCheck.check(rubric, INDICATORS)))
                .containsExactly("too-deep /parties/PURCHASER/0" + "/categories/0".repeat(Items.DEEPEST));
    }

    /** The sample, whose purchaser has an item on this level. */
    private static RubricDocument deep(int levels) throws JsonProcessingException {
        ObjectNode document = DagangRound.json("rubric.json").deepCopy();
        ObjectNode category = (ObjectNode) document.at("/parties/PURCHASER/0");
        for (int level = 2; level <= levels; level++) {
            category = category.putArray("categories")
                    .addObject()
                    .put("code", "L" + level)
                    .put("name", "第" + level + "级");
        }
        category.putArray("items")
                .addObject()
                .put("code", "DEEP")
                .put("name", "最深一项")
                .put("max", "2.5");
        return JSON.treeToValue(document, RubricDocument.class);
    }

    private static RubricDocument sample() throws JsonProcessingException {
        return JSON.treeToValue(DagangRound.json("rubric.json"), RubricDocument.class);
    }
}
