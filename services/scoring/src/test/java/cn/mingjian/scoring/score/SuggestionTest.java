package cn.mingjian.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.number.Figures;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest(name = "max {0}, step {1}, rate {2}: {3}")
    @CsvSource({
        "6,  0.5, 94.16,   5.5",
        "6,  0.5, 100,     6",
        "6,  0.5, 102.84,  6",
        "10, 0.5, 99.99,   9.5",
        "10, 1,   99.99,   9",
        "4,  0.5, 0,       0",
        "3,  0.3, 50,      1.5",
        "5,  0.5, 90,      4.5",
    })
    void isTheShareOfTheMaximumRoundedDownToTheStep(String max, String step, String rate, String points) {
        assertThat(Figures.plain(suggested(max, step, Figures.parse(rate)))).isEqualTo(points);
    }

    @Test
    void aThirdIsAThird() {
        assertThat(Figures.plain(suggested("3", "0.5", BigFraction.of(100, 3)))).isEqualTo("1");
    }

    @Test
    void aNegativeRetentionSuggestsNothingBelowZero() {
        assertThat(suggested("6", "0.5", BigFraction.of(-20))).isEqualTo(BigFraction.ZERO);
    }

    @Test
    void nothingIsSuggestedForWhatIsUnknown() {
        assertThat(Suggestion.of(Rounds.PLAIN, Rubric.DEFAULT_STEP, Optional.empty()))
                .isEmpty();
    }

    @Test
    void aMeanAnswerIsARateOfFive() {
        assertThat(Suggestion.rateOfMeanAnswer(Figures.parse("4.5"))).isEqualTo(Figures.parse("90"));
    }

    @Property
    void liesWithinTheItemAndOnItsStep(
            @ForAll @IntRange(min = 1, max = 40) int halves, @ForAll @IntRange(min = 0, max = 20_000) int cents) {
        BigFraction max = BigFraction.of(halves, 2);

        BigFraction points = suggested(Figures.plain(max), "0.5", BigFraction.of(cents, 100));

        assertThat(points).isBetween(BigFraction.ZERO, max);
        assertThat(points.multiply(2).getDenominator()).isOne();
    }

    private static BigFraction suggested(String max, String step, BigFraction rate) {
        return Suggestion.of(Rounds.regular("A1", max), Figures.parse(step), Optional.of(rate))
                .orElseThrow()
                .points();
    }
}
