package cn.mingjian.acceptance.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the municipal platform recorded: of each record its highest version only. */
final class Records {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Collection<JsonNode> heads;
    private final Window window;

    Records(List<JsonNode> lines, Window window) {
        Map<String, JsonNode> highest = new HashMap<>();
        for (JsonNode line : lines)
            highest.merge(
                    line.get("id").asText(),
                    line,
                    (known, next) ->
                            next.get("version").asLong() > known.get("version").asLong() ? next : known);
        this.heads = highest.values();
        this.window = window;
    }

    /** Approved records of a type inside the window, or the attendance they name; all areas without one. */
    Ratio total(String type, boolean attendance, Optional<String> area) {
        return Ratio.of(heads.stream()
                .filter(head -> is(head, "status", "APPROVED") && is(head, "type", type))
                .filter(head ->
                        window.holds(LocalDate.parse(head.get("occurredOn").asText())))
                .filter(head -> area.isEmpty() || is(head, "area", area.get()))
                .mapToLong(head -> attendance ? head.path("attendance").asLong(0) : 1)
                .sum());
    }

    /** Records still waiting for review that were submitted more than so many days before the on-site day. */
    long backlog(LocalDate onSite, long reviewWithinDays) {
        return heads.stream()
                .filter(head -> is(head, "status", "SUBMITTED"))
                .filter(head -> ChronoUnit.DAYS.between(submitted(head), onSite) > reviewWithinDays)
                .count();
    }

    private static LocalDate submitted(JsonNode head) {
        return OffsetDateTime.parse(head.get("submittedAt").asText())
                .atZoneSameInstant(SHANGHAI)
                .toLocalDate();
    }

    private static boolean is(JsonNode head, String field, String value) {
        return head.path(field).asText("").equals(value);
    }
}
