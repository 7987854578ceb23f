package cn.mingjian.acceptance.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Audit entries in comparable form: who did what to which row. What the row said then is compared where it stands; in the
 * audit it is mixed with ids, instants and digests of the run's own codes.
 */
final class AuditEntries {
    /** Rows that take note of versions on the way, as often as chance has it. */
    private static final Set<String> CHANGED_ON_THE_WAY = Set.of("evaluation", "board_entry");

    /** Rows that there are one of for each version on the way. */
    private static final Set<String> MADE_ON_THE_WAY = Set.of("board_achievement", "board_staffing");

    private static final List<String> LEFT_OUT = List.of("before", "after");

    private AuditEntries() {}

    static List<String> projected(List<String> rows) {
        List<String> kept = new ArrayList<>();
        for (String row : rows) {
            ObjectNode entry = Versions.json(row);
            if (isOnTheWay(entry)) continue;
            entry.remove(LEFT_OUT);
            ObjectNode key = (ObjectNode) entry.get("row_key");
            key.remove("id");
            if (isOfTheLastOne(entry)) entry.remove(List.of("account", "login"));
            kept.add(entry.toString());
        }
        kept.sort(null);
        return kept;
    }

    /** What happens when the last of several has done its part, in the name of whoever that was. */
    private static boolean isOfTheLastOne(JsonNode entry) {
        return entry.path("relation").asText().equals("phase_change")
                || Versions.isComputed(entry.path("row_key").path("kind").asText());
    }

    private static boolean isOnTheWay(JsonNode entry) {
        String relation = entry.path("relation").asText();
        return entry.path("operation").asText().equals("UPDATE") && CHANGED_ON_THE_WAY.contains(relation)
                || MADE_ON_THE_WAY.contains(relation)
                || relation.equals("document")
                        && Versions.isNumbered(
                                entry.path("row_key").path("kind").asText());
    }
}
