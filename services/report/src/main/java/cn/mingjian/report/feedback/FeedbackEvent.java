package cn.mingjian.report.feedback;

import cn.mingjian.report.evaluation.Party;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What this feature tells others. */
sealed interface FeedbackEvent {

    default String type() {
        return "cn.mingjian.report." + getClass().getSimpleName() + ".v1";
    }

    /** Somebody objects to the draft; the evaluation is not closed before a decision. */
    record ObjectionRaised(String evaluation, String from, int number) implements FeedbackEvent {}

    /** The bureau decided an objection: REFUSED or UPHELD, then with the party whose sheets are reopened where it said so. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObjectionDecided(
            String evaluation,
            String from,
            int number,
            String decision,
            @Nullable Party party) implements FeedbackEvent {}
}
