package cn.mingjian.scoring.visit;

/** What this feature tells others. */
sealed interface VisitEvent {

    String TOPIC = "scoring.evaluation";

    /**
     * The operator is told what to prepare: the first time, or anew.
     *
     * @param version of the notice
     * @param visitOn the day of the visit, {@code 2024-06-27}
     */
    record NoticeIssued(String evaluation, int version, String visitOn) implements VisitEvent {}

    default String type() {
        return "cn.mingjian.scoring." + getClass().getSimpleName() + ".v1";
    }
}
