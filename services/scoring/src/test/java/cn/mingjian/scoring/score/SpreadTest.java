package cn.mingjian.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.number.Figures;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // scores of an item of 10        | lowest highest median mean | outliers
                "A1=8                             | 8 8 8.00 8.00              | ''",
                "A1=2, A1=9                       | 2 9 5.50 5.50              | ''",
                "A1=8, A1=8, A1=5.5               | 5.5 8 8.00 7.17            | ''",
                "A1=8, A1=8, A1=5                 | 5 8 8.00 7.00              | e2",
                "A1=8, A1=NA, A1=7                | 7 8 7.50 7.50              | ''",
                "A1=1, A1=9, A1=5, A1=5           | 1 9 5.00 5.00              | e0 e1",
            })
    void tellsHowFarEvaluatorsLieApart(String scores, String figures, String outliers) {
        Spread spread = spread(Aggregation.MEAN, scores.split(", ")).orElseThrow();

        assertThat(Figures.plain(spread.lowest()) + " " + Figures.plain(spread.highest()) + " "
                        + Figures.twoDecimals(spread.median()) + " " + Figures.twoDecimals(spread.mean()))
                .isEqualTo(figures);
        assertThat(spread.outliers().stream().map(ItemScore.Given::evaluator).toList())
                .isEqualTo(outliers.isEmpty() ? List.of() : List.of(outliers.split(" ")));
    }

    @Test
    void aTrimmedMeanIsTheOneOfTheResult() {
        Spread spread = spread(Aggregation.TRIMMED_MEAN, "A1=0", "A1=6", "A1=6", "A1=6", "A1=10")
                .orElseThrow();

        assertThat(Figures.twoDecimals(spread.mean())).isEqualTo("6.00");
        assertThat(spread.scores()).isEqualTo(5);
    }

    @Test
    void nobodysScoreHasNoSpread() {
        assertThat(spread(Aggregation.MEAN, "A1=NA", "A1=NA")).isEmpty();
    }

    @Property
    void theOrderOfEvaluatorsNeverMatters(@ForAll("pairs") List<String> scores) {
        Spread there = spread(Aggregation.MEAN, scores.toArray(String[]::new)).orElseThrow();
        Spread back = spread(Aggregation.MEAN, scores.reversed().toArray(String[]::new))
                .orElseThrow();

        assertThat(back.median()).isEqualTo(there.median());
        assertThat(back.outliers()).hasSameSizeAs(there.outliers());
    }

    @Provide
    static Arbitrary<List<String>> pairs() {
        return Arbitraries.integers()
                .between(0, 20)
                .map(halves -> "A1=" + halves / 2 + (halves % 2 == 0 ? "" : ".5"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(9);
    }

    private static Optional<Spread> spread(Aggregation aggregation, String... rows) {
        return Spread.of(ItemScore.of(Rounds.PLAIN, aggregation, Rounds.sheets(rows)));
    }
}
