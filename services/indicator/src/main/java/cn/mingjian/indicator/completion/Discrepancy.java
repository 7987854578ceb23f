package cn.mingjian.indicator.completion;

import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Two figures that should agree and do not (数据不一致). */
public record Discrepancy(Rule rule, String subject, BigFraction left, BigFraction right) {
    /** What was compared. */
    public enum Rule {
        /** Left what the operator declared, right what the platform's records add up to. */
        DECLARED_VS_RECORDED,
        /** Left what the areas are allotted together, right the agreement's own target. */
        ALLOCATION_VS_AGREEMENT
    }

    /** There is a discrepancy only where both figures are known and differ. */
    static Optional<Discrepancy> between(
            Rule rule, String subject, Optional<BigFraction> left, Optional<BigFraction> right) {
        return left.flatMap(one -> right.filter(other -> one.compareTo(other) != 0)
                .map(other -> new Discrepancy(rule, subject, one, other)));
    }
}
