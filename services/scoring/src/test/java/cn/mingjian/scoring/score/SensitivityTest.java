package cn.mingjian.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.number.Figures;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class SensitivityTest {

    private static final BigFraction CENT = BigFraction.of(1, 100);

    @Test
    void namesTheBoundsAboveAndBelowAndWhatCrossesThem() {
        // 84.99 by 55 15 20 10: five points and a cent short of 90.
        Sensitivity sensitivity = sensitivity(Rounding.PER_PARTY, "85 85 85 84.9");

        assertThat(sensitivity.bounds())
                .extracting(bound -> bound.grade().name() + " " + Figures.twoDecimals(bound.points()))
                .containsExactly("优秀 -5.01", "良好 4.99");
        // 90 − 0.005 − (12.75 + 17 + 8.49) = 51.755, and 51.755 × 100 / 55 = 94.1
        assertThat(sensitivity.bounds().getFirst().turningPoints())
                .containsEntry(Party.THIRD_PARTY, Figures.parse("94.1"))
                .doesNotContainKey(Party.SUPERVISORY_CENTER);
    }

    @Test
    void theHighestGradeHasNoBoundAboveAndTheLowestNoneBelow() {
        assertThat(sensitivity(Rounding.AT_END, "95 95 95 95").bounds())
                .extracting(bound -> bound.grade().name())
                .containsExactly("优秀");
        assertThat(sensitivity(Rounding.AT_END, "10 10 10 10").bounds())
                .extracting(
                        bound -> bound.grade().name() + " over " + bound.below().name())
                .containsExactly("合格 over 不合格");
    }

    @Property
    void atATurningPointTheGradeIsReachedAndACentBelowItIsNot(
            @ForAll Rounding rounding, @ForAll @Size(4) List<@IntRange(min = 0, max = 10_000) Integer> cents) {
        List<BigFraction> raws =
                cents.stream().map(each -> BigFraction.of(each, 100)).toList();

        for (Sensitivity.Bound bound : sensitivity(rounding, raws).bounds()) {
            bound.turningPoints().forEach((party, raw) -> {
                assertThat(total(rounding, raws, party, raw))
                        .isGreaterThanOrEqualTo(bound.grade().from());
                assertThat(total(rounding, raws, party, raw.subtract(CENT)))
                        .isLessThan(bound.grade().from());
            });
        }
    }

    private static BigFraction total(Rounding rounding, List<BigFraction> raws, Party party, BigFraction raw) {
        List<BigFraction> changed = new ArrayList<>(raws);
        changed.set(party.ordinal(), raw);
        return RoundScore.of(RoundScoreTest.inputs(rounding, changed, false))
                .orElseThrow()
                .total();
    }

    private static Sensitivity sensitivity(Rounding rounding, String raws) {
        return sensitivity(rounding, Rounds.fractions(raws));
    }

    private static Sensitivity sensitivity(Rounding rounding, List<BigFraction> raws) {
        RoundScore.Inputs inputs = RoundScoreTest.inputs(rounding, raws, false);
        return Sensitivity.of(RoundScore.of(inputs).orElseThrow(), inputs.weighing());
    }
}
