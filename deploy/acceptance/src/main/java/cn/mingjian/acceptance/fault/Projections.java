package cn.mingjian.acceptance.fault;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is passed over when two runs are compared, and why. Everywhere: generated ids, and of an instant all but whether
 * there is one. A table that is named nowhere here must hold rows of every run, so that none is forgotten.
 */
final class Projections {
    /** Columns of a table, in whichever service it occurs. */
    private record Without(String table, Set<String> columns, String why) {}

    private record Apart(String table, String why) {}

    private static final List<Without> COLUMNS = List.of(
            new Without("record_head", Set.of("content_hash"), "the record names its station"),
            new Without(
                    "record_superseded",
                    Set.of(
                            "content_hash",
                            "counted_at",
                            "type",
                            "occurred_on",
                            "status",
                            "submitted_day",
                            "area",
                            "community",
                            "attendance"),
                    "the record names its station; whether a version was the head for a while depends on the batches"),
            new Without("delivery", Set.of("digest"), "the delivered file names its station"),
            new Without("phase_change", Set.of("entered_by"), "feedback begins with whoever is the fourth to submit"),
            new Without("edition", Set.of("verification_hash"), "the code is random"),
            new Without(
                    "edition_file",
                    Set.of("content", "digest"),
                    "carries random code and instants; its text is compared by what it is made of"),
            new Without("audit_entry", Set.of("xid", "txid", "trace", "hash"), "the instant's company"));

    /** In events: the digest of a file that carries random code and instants. */
    private static final Pattern FILE_DIGEST = Pattern.compile("(?<=\"pdfDigest\":\")[0-9a-f]{64}");

    /** Tables whose rows belong to no run, or are looked at in another way. */
    private static final List<Apart> TABLES = List.of(
            new Apart("flyway_schema_history", "what was installed"),
            new Apart("inbox", "event ids are generated; looked at against the topics"),
            new Apart("audit_seal", "seals cover entries of all runs in the order they came"));

    /** Tables, of all services or of one, in which a finished run of this bundle leaves nothing, or has nothing to leave. */
    private static final List<Apart> EMPTY = List.of(
            new Apart("outbox", "all has been said"),
            new Apart("parked_event", "nothing waits"),
            new Apart("assignment", "every report is made"),
            new Apart("integration.document", "deliveries are no documents"),
            new Apart("quarantined_line", "the bundle's records are all well-formed"),
            new Apart("veto", "the bundle has none"),
            new Apart("watched_deadline", "nothing is watched once all have submitted"),
            new Apart("issued_password", "the command sets the passwords of its accounts itself"),
            new Apart("withdrawn_right", "nobody's role is taken back"),
            new Apart("board_rebuilding", "nobody asks for a new board"),
            new Apart("notification_reading", "nobody reads"),
            new Apart("notification_preference", "nobody wants mail"),
            new Apart("mail", "nobody wants mail"),
            new Apart("scoring.amendment", "the bundle's objections are refused"),
            new Apart("scoring.appeal", "nobody appeals"),
            new Apart("scoring.attachment", "a bundle has no files"),
            new Apart("scoring.evaluator_profile", "a panel may be made without the pool"),
            new Apart("scoring.organisation", "names of organisations are the bureau's to explain"),
            new Apart("scoring.invitation", "a bundle names its panel"),
            new Apart("scoring.paper_sheet", "a bundle's sheets are the evaluators' own"),
            new Apart("scoring.questionnaire", "a bundle brings its answers along"),
            new Apart("scoring.questionnaire_code", "a bundle brings its answers along"),
            new Apart("scoring.rubric_version", "a bundle brings its rubric along"));

    private Projections() {}

    /** An event's content without what is passed over. */
    static String event(String content) {
        return FILE_DIGEST.matcher(content).replaceAll("");
    }

    /** Whether a column of a table is left out. */
    static boolean passesOver(String table, String column) {
        return COLUMNS.stream()
                .anyMatch(each -> each.table().equals(table) && each.columns().contains(column));
    }

    /** Whether a table is no matter of this comparison. */
    static boolean isApart(String table) {
        return TABLES.stream().anyMatch(each -> each.table().equals(table));
    }

    /** Whether a service's table is to be without rows of a finished run. */
    static boolean isEmpty(String service, String table) {
        return EMPTY.stream()
                .anyMatch(each -> each.table().equals(table) || each.table().equals(service + "." + table));
    }

    /** Names that are declared here. */
    static Set<String> declared() {
        Set<String> names = new TreeSet<>();
        COLUMNS.forEach(each -> names.add(each.table()));
        TABLES.forEach(each -> names.add(each.table()));
        EMPTY.forEach(each -> names.add(each.table()));
        return names;
    }
}
