package cn.mingjian.acceptance.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {
    @ParameterizedTest
    @CsvSource({
        "8.375, 1, 8.38",
        "8.374999999999999999, 1, 8.37",
        "2, 3, 0.67",
        "1, 3, 0.33",
        "956400, 9300, 102.84",
        "0, 7, 0.00",
        "1, 200, 0.01"
    })
    void printsTwoDecimalsHalfUp(String numerator, String denominator, String printed) {
        assertThat(Ratio.parse(numerator).over(Ratio.parse(denominator)).printed(2))
                .isEqualTo(printed);
    }

    @Test
    void roundsATieAwayFromZero() {
        Ratio negative = Ratio.ZERO.minus(Ratio.parse("0.125"));

        assertThat(negative.printed(2)).isEqualTo("-0.13");
        assertThat(Ratio.ZERO.minus(Ratio.parse("0.004")).printed(2)).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource({"447.50, 447.5", "100, 100", "0.0, 0", "1200, 1200", "33.30, 33.3"})
    void printsPlainlyWithoutTrailingZeros(String figure, String plain) {
        assertThat(Ratio.parse(figure).plain()).isEqualTo(plain);
    }

    @Test
    void keepsThirdsExact() {
        Ratio third = Ratio.ONE.over(Ratio.of(3));

        assertThat(third.plus(third).plus(third)).isEqualTo(Ratio.ONE);
        assertThat(Ratio.of(-2).over(Ratio.of(-4))).isEqualTo(Ratio.HALF);
    }

    @Test
    void readsPlainDigitsOnly() {
        for (String text : new String[] {"-1", "1e3", "1,000", "NaN", ".5", "5.", ""})
            assertThatThrownBy(() -> Ratio.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
