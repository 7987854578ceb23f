package cn.mingjian.scoring.pool;

import cn.mingjian.scoring.score.Party;
import java.time.Instant;

/**
 * Somebody of the pool who was asked to evaluate.
 *
 * @param message the bureau's, or null
 * @param state INVITED, ACCEPTED or DECLINED
 * @param reason why it was declined; may be null when it was accepted
 */
record Invitation(
        String evaluation,
        String evaluator,
        String account,
        Party party,
        String message,
        Instant invitedAt,
        String state,
        String reason,
        Instant answeredAt) {}
