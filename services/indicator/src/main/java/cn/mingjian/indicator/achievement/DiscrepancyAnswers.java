package cn.mingjian.indicator.achievement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator says to discrepancies (数据不一致的说明). */
record DiscrepancyAnswers(List<DiscrepancyAnswer> answers) {
    /** The kind under which {@code Documents} keeps it. */
    static final String KIND = "discrepancy-answers";

    /** The answer to one discrepancy, named with the figures that it had: when they change it waits for another answer. */
    record DiscrepancyAnswer(
            @Nullable String rule,
            @Nullable String subject,
            @Nullable String left,
            @Nullable String right,
            @Nullable String text) {}
}
