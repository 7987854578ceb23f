package cn.mingjian.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregationTest {

    @ParameterizedTest(name = "{0} of {1} is {2}/{3}")
    @CsvSource({
        "MEAN,         5,                 5,  1",
        "MEAN,         1 2,               3,  2",
        "MEAN,         4 4 5,             13, 3",
        "MEAN,         0 10 0 0 0,        2,  1",
        "TRIMMED_MEAN, 1 2 3 10,          4,  1",
        "TRIMMED_MEAN, 0 10 4 4 5,        13, 3",
        "TRIMMED_MEAN, 5 5 5 5 5,         5,  1",
        "TRIMMED_MEAN, 1 1 9 9 5,         5,  1",
        "TRIMMED_MEAN, 10 0.5 2 3 4.5 6,  31, 8",
    })
    void dropsOneHighestAndOneLowestOnlyOfFiveOrMore(
            Aggregation aggregation, String scores, int numerator, int denominator) {
        assertThat(aggregation.of(Rounds.fractions(scores))).contains(BigFraction.of(numerator, denominator));
    }

    @ParameterizedTest
    @CsvSource({"MEAN", "TRIMMED_MEAN"})
    void isUnknownWithoutAScore(Aggregation aggregation) {
        assertThat(aggregation.of(List.of())).isEmpty();
    }

    @Property
    void orderNeverMatters(
            @ForAll("scores") List<BigFraction> scores, @ForAll Aggregation aggregation, @ForAll Random random) {
        List<BigFraction> shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, random);

        assertThat(aggregation.of(shuffled)).isEqualTo(aggregation.of(scores));
    }

    @Property
    void liesBetweenTheLowestAndTheHighest(
            @ForAll("scores") List<BigFraction> scores, @ForAll Aggregation aggregation) {
        BigFraction mean = aggregation.of(scores).orElseThrow();

        assertThat(mean).isBetween(Collections.min(scores), Collections.max(scores));
    }

    @Provide
    Arbitrary<List<BigFraction>> scores() {
        return Arbitraries.integers()
                .between(0, 20)
                .map(halves -> BigFraction.of(halves, 2))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
