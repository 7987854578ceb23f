package cn.mingjian.report.source;

import org.jspecify.annotations.Nullable;

/**
 * A concern of an earlier evaluation of the station, and what became of it.
 *
 * @param agreement which that evaluation was about, and its {@code stage}
 * @param party who raised it
 * @param state OPEN, PLANNED, UNDER_WAY, DONE, RETURNED or ACCEPTED, the last two by the bureau
 * @param followUp the operator's last word, or null
 */
public record EarlierConcern(
        String agreement,
        String stage,
        String party,
        String title,
        String state,
        @Nullable FollowUp followUp) {

    /** What the operator did about it. */
    public record FollowUp(String measures, @Nullable String evidence) {}

    /** Whether it is one of the midterm evaluation's, of which the final one of the same agreement tells what became. */
    public boolean isBefore(EvaluationFile evaluation) {
        return evaluation.stage().equals("FINAL")
                && stage.equals("MIDTERM")
                && agreement.equals(evaluation.agreement());
    }
}
