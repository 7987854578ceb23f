package cn.mingjian.platform.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"0,0", "007,7", "514.0,514", "404.50,404.5", "9300,9300", "0.125,0.125", "100,100"})
    void printsAmountsPlainly(String written, String printed) {
        assertThat(Figures.plain(Figures.parse(written))).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "-1", "+1", "1e3", "1,000", "NaN", ".5", "5.", "１", "1234567890123456789"})
    void refusesWhatIsNoPlainFigure(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Figures.parse(written));
    }

    @ParameterizedTest
    @CsvSource({"1,3,0.33", "2,3,0.67", "1,200,0.01", "1,201,0.00", "-1,200,-0.01", "956400,9300,102.84", "100,1,100.00"
    })
    void roundsHalfUpAtTheSecondDecimal(int numerator, int denominator, String printed) {
        assertThat(Figures.twoDecimals(BigFraction.of(numerator, denominator))).isEqualTo(printed);
    }

    @Test
    void sumsOfThirdsThatAreATieAreATie() {
        BigFraction sum = BigFraction.of(1, 600).add(BigFraction.of(2, 600));

        assertThat(Figures.twoDecimals(sum)).isEqualTo("0.01");
    }

    @Test
    void roundsToAClaimsOwnDecimals() {
        assertThat(Figures.rounded(BigFraction.of(9416, 100), 0)).isEqualTo(BigFraction.of(94));
    }
}
