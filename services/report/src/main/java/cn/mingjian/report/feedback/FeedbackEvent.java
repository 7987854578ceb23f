package cn.mingjian.report.feedback;

/** What this feature tells others. */
sealed interface FeedbackEvent {

    default String type() {
        return "cn.mingjian.report." + getClass().getSimpleName() + ".v1";
    }

    /** Somebody objects to the draft; the evaluation is not closed before a decision. */
    record ObjectionRaised(String evaluation, String from, int number) implements FeedbackEvent {}

    /** The bureau decided an objection: REFUSED or UPHELD. */
    record ObjectionDecided(String evaluation, String from, int number, String decision) implements FeedbackEvent {}
}
