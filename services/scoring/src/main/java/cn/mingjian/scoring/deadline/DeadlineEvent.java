package cn.mingjian.scoring.deadline;

import cn.mingjian.scoring.score.Party;

/** What this feature tells others. */
sealed interface DeadlineEvent {

    String TOPIC = "scoring.evaluation";

    /**
     * Until when a party may score: the first time, or moved.
     *
     * @param dueAt an instant in UTC
     */
    record DeadlineSet(String evaluation, Party party, String dueAt) implements DeadlineEvent {}

    default String type() {
        return "cn.mingjian.scoring." + getClass().getSimpleName() + ".v1";
    }
}
