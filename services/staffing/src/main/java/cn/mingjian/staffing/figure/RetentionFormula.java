package cn.mingjian.staffing.figure;

import cn.mingjian.platform.number.Figures;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The three ways a district may define 稳岗率, in percent; all are shown, the evaluation's policy names the one that counts. */
public enum RetentionFormula {

    /**
     * {@code (1 − leavers / average head count) × 100}. Negative when more people left than were there on average;
     * unknown when nobody was.
     */
    TURNOVER {
        @Override
        public Optional<BigFraction> of(StaffingFigures figures) {
            return Percentage.of(BigFraction.of(figures.leavers().size()), figures.averageHeadcount())
                    .map(Figures.HUNDRED::subtract);
        }
    },

    /** {@code person-months × 100 / (required staff × months)}; may exceed 100, unknown when nobody is required. */
    ON_DUTY {
        @Override
        public Optional<BigFraction> of(StaffingFigures figures) {
            return Percentage.of(figures.personMonths().all(), figures.requiredPersonMonths());
        }
    },

    /** {@code certified person-months × 100 / (required staff × months)}. */
    CERTIFIED_ON_DUTY {
        @Override
        public Optional<BigFraction> of(StaffingFigures figures) {
            return Percentage.of(figures.personMonths().certified(), figures.requiredPersonMonths());
        }
    };

    /** The exact rate in percent, or nothing when its denominator is 0. */
    public abstract Optional<BigFraction> of(StaffingFigures figures);
}
