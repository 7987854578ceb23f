package cn.mingjian.integration.delivery;

import java.util.Optional;

/** What is known of a delivery. */
record Receipt(String key, String digest, long lines, long quarantined, Optional<Counted> counted) {
    /** What indicator made of the delivery's records. */
    record Counted(long accepted, long duplicates, long conflicts) {}
}
