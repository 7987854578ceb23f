package cn.mingjian.report.source;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two figures that should agree and do not.
 *
 * @param right null when the computed figure is unknown
 * @param explanation what the operator says to it, once it has
 */
public record Discrepancy(
        String rule,
        String subject,
        @Nullable String left,
        @Nullable String right,
        @Nullable String explanation) {

    public static Discrepancy unexplained(String rule, String subject, String left, @Nullable String right) {
        return new Discrepancy(rule, subject, left, right, null);
    }

    /** What the operator said to discrepancies, as the indicator service froze it. */
    public record Explanations(List<Explanation> answers) {}

    /** What was said to one of them. */
    public record Explanation(
            String rule,
            String subject,
            @Nullable String left,
            @Nullable String right,
            String text) {

        private boolean isTo(Discrepancy discrepancy) {
            return rule.equals(discrepancy.rule)
                    && subject.equals(discrepancy.subject)
                    && Objects.equals(left, discrepancy.left)
                    && Objects.equals(right, discrepancy.right);
        }
    }

    Discrepancy explained(Explanations said) {
        return said.answers().stream()
                .filter(one -> one.isTo(this))
                .findFirst()
                .map(one -> new Discrepancy(rule, subject, left, right, one.text()))
                .orElse(this);
    }
}
