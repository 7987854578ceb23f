package cn.mingjian.scoring.appeal;

/** What this feature tells others. */
sealed interface AppealEvent {

    String TOPIC = "scoring.evaluation";

    String evaluation();

    default String type() {
        return "cn.mingjian.scoring." + getClass().getSimpleName() + ".v1";
    }

    /** The operator appeals; an uninvolved account of the bureau decides. */
    record AppealLodged(String evaluation, int number) implements AppealEvent {}

    /** It is decided. */
    record AppealDecided(String evaluation, int number, AppealEntity.Decision decision) implements AppealEvent {}
}
