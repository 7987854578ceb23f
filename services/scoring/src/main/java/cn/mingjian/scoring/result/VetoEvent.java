package cn.mingjian.scoring.result;

/** What is told of vetoes: never what was decided, which is the grade until the round is closed. */
sealed interface VetoEvent {

    String TOPIC = "scoring.evaluation";

    String evaluation();

    default String type() {
        return "cn.mingjian.scoring." + getClass().getSimpleName() + ".v1";
    }

    /** A serious violation is alleged: the operator is to be heard, an uninvolved account of the bureau decides. */
    record VetoRaised(String evaluation, int number) implements VetoEvent {}

    /** It is decided. */
    record VetoDecided(String evaluation, int number) implements VetoEvent {}
}
