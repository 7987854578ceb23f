package cn.mingjian.scoring.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.scoring.Refused;
import cn.mingjian.scoring.score.Category;
import cn.mingjian.scoring.score.Item;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.Rubric;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreSheetCheckTest {

    private static final Predicate<String> NOTHING = _ -> false;

    @ParameterizedTest(name = "{1} of 2.5 in steps of {0}: {2}")
    @CsvSource({
        "0.5,  0,    ",
        "0.5,  2.5,  ",
        "0.5,  2.50, ",
        "0.5,  NA,   ",
        "0.5,  3,    score-above-maximum /scores/0/score",
        "0.5,  0.3,  score-off-step /scores/0/score",
        "0.25, 0.75, ",
        "0.3,  2.4,  ",
        "0.3,  2.5,  score-off-step /scores/0/score",
        "0.5,  -1,   invalid-field /scores/0/score",
        "0.5,  1e0,  invalid-field /scores/0/score",
        "0.5,  na,   invalid-field /scores/0/score",
        "0.5,  '',   invalid-field /scores/0/score",
    })
    void aScoreLiesWithinTheMaximumOnAStep(String step, String score, String refusal) {
        ScoreSheetDocument sheet = sheet("A1", score);

        if (refusal == null) {
            assertThat(ScoreSheetCheck.read(sheet, rubric(step), Party.PURCHASER, NOTHING))
                    .containsOnlyKeys("A1");
        } else {
            assertThat(Refused.by(() -> ScoreSheetCheck.read(sheet, rubric(step), Party.PURCHASER, NOTHING)))
                    .containsExactly(refusal);
        }
    }

    @Test
    void anItemOccursOnceAndBelongsToTheParty() {
        ScoreSheetDocument sheet =
                new ScoreSheetDocument(List.of(line("A1", "1"), line("A1", "1"), line("SUPERVISOR", "1")));

        assertThat(Refused.by(() -> ScoreSheetCheck.read(sheet, rubric("0.5"), Party.PURCHASER, NOTHING)))
                .containsExactly("invalid-field /scores/1/item", "item-unknown /scores/2/item");
    }

    @Test
    void whatIsSubmittedHasEveryItem() {
        ScoreSheet draft = new ScoreSheet.Draft("pu-1", 1, Map.of());

        assertThat(Refused.by(() -> ScoreSheetCheck.requireWhole(draft, rubric("0.5"), Party.PURCHASER, Map.of())))
                .containsExactly("item-missing /scores");
    }

    @ParameterizedTest
    @CsvSource({"2.5,,''", "2,,departure-unexplained /scores", "2,凭证不全,''", "NA,,''"})
    void whereThePolicyAsksWhoeverDepartsFromTheSuggestionSaysWhy(String score, String comment, String refusal) {
        ScoreSheetDocument lines =
                new ScoreSheetDocument(List.of(new ScoreSheetDocument.ScoreDocument("A1", score, comment, null)));
        Map<String, ScoreSheet.Entry> entries = ScoreSheetCheck.read(lines, rubric("0.5"), Party.PURCHASER, NOTHING);
        ScoreSheet draft = new ScoreSheet.Draft("pu-1", 1, entries);

        ThrowingCallable submission = () ->
                ScoreSheetCheck.requireWhole(draft, rubric("0.5"), Party.PURCHASER, Map.of("A1", Figures.parse("2.5")));
        if (refusal.isEmpty()) {
            assertThatCode(submission).doesNotThrowAnyException();
        } else {
            assertThat(Refused.by(submission)).containsExactly(refusal);
        }
    }

    @ParameterizedTest(name = "{0} with comment {1}")
    @CsvSource({"1.5,,''", "1,,comment-missing /scores", "1,凭证不全,''", "0,' ',comment-missing /scores", "NA,,''"})
    void belowTheThresholdOfAnItemWhoeverScoresSaysWhy(String score, String comment, String refusal) {
        Rubric rubric = rubric("0.5", Figures.parse("1.5"));
        ScoreSheetDocument lines =
                new ScoreSheetDocument(List.of(new ScoreSheetDocument.ScoreDocument("A1", score, comment, null)));

        ThrowingCallable submission = () -> ScoreSheetCheck.requireWhole(
                new ScoreSheet.Draft("pu-1", 1, ScoreSheetCheck.read(lines, rubric, Party.PURCHASER, NOTHING)),
                rubric,
                Party.PURCHASER,
                Map.of());
        if (refusal.isEmpty()) {
            assertThatCode(submission).doesNotThrowAnyException();
        } else {
            assertThat(Refused.by(submission)).containsExactly(refusal);
        }
    }

    @Test
    void evidenceIsThereAndCitedOnce() {
        ScoreSheetDocument sheet = new ScoreSheetDocument(List.of(new ScoreSheetDocument.ScoreDocument(
                "A1", "1", null, List.of("satisfaction", "interview:9", "satisfaction"))));

        assertThat(Refused.by(
                        () -> ScoreSheetCheck.read(sheet, rubric("0.5"), Party.PURCHASER, "satisfaction"::equals)))
                .containsExactly("evidence-unknown /scores/0/evidence/1", "invalid-field /scores/0/evidence/2");
    }

    private static ScoreSheetDocument sheet(String item, String score) {
        return new ScoreSheetDocument(List.of(line(item, score)));
    }

    private static ScoreSheetDocument.ScoreDocument line(String item, String score) {
        return new ScoreSheetDocument.ScoreDocument(item, score, null, null);
    }

    private static Rubric rubric(String step) {
        return rubric(step, null);
    }

    private static Rubric rubric(String step, BigFraction commentBelow) {
        Map<Party, List<Category>> parties = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            String code = Optional.of(party)
                    .filter(Party.PURCHASER::equals)
                    .map(purchaser -> "A1")
                    .orElse(party.name());
            Item item = new Item(code, "项目", Figures.parse("2.5"), null, Item.Kind.REGULAR, commentBelow);
            parties.put(party, List.of(new Category("C" + party, "类别", List.of(item), List.of())));
        }
        return new Rubric("test", "1", Figures.parse(step), parties);
    }
}
