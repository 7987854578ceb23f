package cn.mingjian.scoring.deadline;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A deadline as it is sent and kept.
 *
 * @param dueAt an instant with its offset; the party's sheets and submission are taken before it
 * @param reason why it is another one than before; null for the first
 */
public record DeadlineDocument(String dueAt, String reason) {

    Instant instant() {
        return OffsetDateTime.parse(dueAt).toInstant();
    }
}
