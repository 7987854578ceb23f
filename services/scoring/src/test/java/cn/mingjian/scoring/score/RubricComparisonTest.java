package cn.mingjian.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.scoring.score.RubricComparison.Field;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class RubricComparisonTest {

    @Test
    void aRubricHasNoDifferencesToItself() {
        Rubric rubric = Rounds.thirdPartyScores(Rounds.category("A", Rounds.PLAIN));

        assertThat(RubricComparison.of(rubric, rubric).lines())
                .hasSize(8)
                .allMatch(line -> line.changed().isEmpty() && line.left().equals(line.right()));
    }

    @Test
    void tellsWhatWasAddedRemovedMovedAndChanged() {
        Rubric left = Rounds.thirdPartyScores(
                Rounds.category("A", Rounds.regular("A1", "10"), Rounds.regular("A2", "5")),
                Rounds.category("B", Rounds.regular("B1", "5")));
        Rubric right = Rounds.thirdPartyScores(
                Rounds.category("A", Rounds.regular("A1", "12")),
                Rounds.category("B", Rounds.regular("A2", "5"), Rounds.item("B2", "3", Item.Kind.BONUS)));

        List<RubricComparison.Line> lines = RubricComparison.of(left, right).lines().stream()
                .filter(line -> line.party() == Party.THIRD_PARTY)
                .toList();

        assertThat(lines)
                .extracting(line -> code(line)
                        + (line.left().isEmpty() ? " +" : "")
                        + (line.right().isEmpty() ? " -" : "")
                        + line.changed())
                .containsExactly("A[]", "A1[" + Field.MAX + "]", "B[]", "A2[" + Field.PARENT + "]", "B2 +[]", "B1 -[]");
    }

    @Test
    void tellsTheStepsOfBoth() {
        Rubric left = Rounds.thirdPartyScores(Rounds.category("A", Rounds.PLAIN));
        Rubric right = new Rubric(left.code(), "2", BigFraction.ONE, left.parties());

        RubricComparison comparison = RubricComparison.of(left, right);

        assertThat(comparison.leftStep()).isEqualTo("0.5");
        assertThat(comparison.rightStep()).isEqualTo("1");
    }

    private static String code(RubricComparison.Line line) {
        return line.right().or(line::left).orElseThrow().code();
    }
}
