package cn.mingjian.integration.record;

/** What became of one line of a delivery. */
public sealed interface RecordLine {
    /** A record. */
    record Accepted(ServiceRecord record) implements RecordLine {}

    /** No record, and why not, for whoever sent it. */
    record Quarantined(String reason) implements RecordLine {}
}
