package cn.mingjian.report.edition;

/** What this feature tells others. */
sealed interface EditionEvent {

    String TOPIC = "report.report";

    default String type() {
        return "cn.mingjian.report." + getClass().getSimpleName() + ".v1";
    }

    /** A draft can be read and answered. */
    record DraftPublished(String evaluation, int version) implements EditionEvent {}

    /** How many claims differ from what was computed. */
    record DiscrepanciesChanged(String evaluation, int open) implements EditionEvent {}

    /** The bureau has published the final report; the digest is of its PDF. */
    record ReportIssued(String evaluation, String district, String station, int version, String pdfDigest)
            implements EditionEvent {}
}
