package cn.mingjian.scoring.round;

import cn.mingjian.scoring.score.Party;

/** What this feature tells others. */
sealed interface RoundEvent {

    String TOPIC = "scoring.evaluation";

    /** Scoring opened on these versions; their owners keep them whole. */
    record EvidenceFrozen(String evaluation, int achievementVersion, int staffingVersion) implements RoundEvent {}

    /** A party's lead submitted; no figures. */
    record PartySubmitted(String evaluation, Party party) implements RoundEvent {}

    default String type() {
        return "cn.mingjian.scoring." + getClass().getSimpleName() + ".v1";
    }
}
