package cn.mingjian.scoring.pool;

import cn.mingjian.scoring.score.Party;

/** What this feature tells others. */
sealed interface InvitationEvent {

    String TOPIC = "scoring.evaluation";

    /** The bureau asks an account to evaluate for a party. */
    record EvaluatorInvited(String evaluation, String account, Party party) implements InvitationEvent {}

    default String type() {
        return "cn.mingjian.scoring." + getClass().getSimpleName() + ".v1";
    }
}
