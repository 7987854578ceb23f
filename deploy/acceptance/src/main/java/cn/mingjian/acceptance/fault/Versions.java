package cn.mingjian.acceptance.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The versions of what indicator and staffing compute, and of the figures that a board keeps of each. How many there are on the way depends on the order in which declared
 * figures, records and the rest come in, which is nobody's business; the last one is the frozen one and holds all of it. So
 * of these documents and of the events that announce them the last is compared, and whoever names its number names "the
 * last": any other number stays a number and shows as a difference.
 */
final class Versions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANNOUNCES_DISCREPANCIES = "cn.mingjian.indicator.DiscrepanciesChanged.v1";
    private static final String RESULT = "result";
    private static final String LAST = "\"last\"";

    /** A computed document: where it is kept, where its figures are, the event that announces a version, the fields that name one. */
    private enum Computed {
        ACHIEVEMENT(
                "indicator.document",
                "district.board_achievement",
                "achievement",
                "cn.mingjian.indicator.AchievementComputed.v1",
                "achievementVersion|achievement_version|achievement_heard|achievement_frozen|frozen_achievement"),
        STAFFING(
                "staffing.document",
                "district.board_staffing",
                "staffing",
                "cn.mingjian.staffing.StaffingComputed.v1",
                "staffingVersion|staffing_version|staffing_heard|staffing_frozen|frozen_version");

        private final String place;
        private final String board;
        private final String kind;
        private final String event;
        private final String fields;

        Computed(String place, String board, String kind, String event, String fields) {
            this.place = place;
            this.board = board;
            this.kind = kind;
            this.event = event;
            this.fields = fields;
        }
    }

    private final Map<String, List<String>> entries;

    private Versions(Map<String, List<String>> entries) {
        this.entries = new TreeMap<>(entries);
    }

    /** Whether there are as many versions of it as chance has it. */
    static boolean isNumbered(String kind) {
        return Arrays.stream(Computed.values()).anyMatch(each -> each.kind.equals(kind));
    }

    /** Whether it is computed when the last of several is there, in the name of whoever was the last. */
    static boolean isComputed(String kind) {
        return kind.equals(RESULT) || isNumbered(kind);
    }

    static Versions of(Map<String, List<String>> entries) {
        return new Versions(entries);
    }

    Entries projected() {
        entries.replaceAll((place, rows) -> place.endsWith(".document") ? inNobodysName(rows) : rows);
        for (Computed each : Computed.values()) {
            int last = last(each);
            entries.computeIfPresent(each.place, (place, rows) -> documents(each, rows, last));
            entries.computeIfPresent(each.board, (place, rows) -> figures(rows, last));
            entries.computeIfPresent("events", (place, events) -> events(each, events, last));
            entries.computeIfPresent("report.document", (place, rows) -> printed(each, rows, last));
            entries.replaceAll((place, rows) -> named(each, rows, last));
        }
        entries.computeIfPresent("events", (place, events) -> discrepancies(events));
        return new Entries(entries);
    }

    private int last(Computed each) {
        return entries.getOrDefault(each.place, List.of()).stream()
                .map(Versions::json)
                .filter(row -> row.path("kind").asText().equals(each.kind))
                .mapToInt(row -> row.path("version").asInt())
                .max()
                .orElse(0);
    }

    private static List<String> inNobodysName(List<String> rows) {
        List<String> kept = new ArrayList<>();
        for (String row : rows) {
            ObjectNode document = json(row);
            if (isComputed(document.path("kind").asText())) document.remove("recorded_by");
            kept.add(document.toString());
        }
        return kept;
    }

    private static List<String> documents(Computed each, List<String> rows, int last) {
        List<String> kept = new ArrayList<>();
        for (String row : rows) {
            ObjectNode document = json(row);
            if (!document.path("kind").asText().equals(each.kind)) kept.add(row);
            else if (document.path("version").asInt() == last)
                kept.add(document.put("version", "last").toString());
        }
        return kept;
    }

    private static List<String> figures(List<String> rows, int last) {
        return rows.stream()
                .map(Versions::json)
                .filter(row -> row.path("version").asInt() == last)
                .map(row -> row.put("version", "last").toString())
                .toList();
    }

    /** What a report was printed from is kept in it whole. */
    private static List<String> printed(Computed each, List<String> rows, int last) {
        List<String> kept = new ArrayList<>();
        for (String row : rows) {
            ObjectNode document = json(row);
            if (document.path("content").path(each.kind) instanceof ObjectNode source
                    && source.path("version").asInt() == last) source.put("version", "last");
            kept.add(document.toString());
        }
        return kept;
    }

    /** Of the announcements those of the last version; a second one of it stays and shows. */
    private static List<String> events(Computed each, List<String> events, int last) {
        Pattern version = Pattern.compile("\"version\": ?" + last + "\\b");
        List<String> kept = new ArrayList<>();
        for (String event : events) {
            if (!event.contains(" " + each.event + " ")) kept.add(event);
            else if (version.matcher(event).find())
                kept.add(version.matcher(event).replaceAll("\"version\":" + LAST));
        }
        return kept;
    }

    private static List<String> named(Computed each, List<String> rows, int last) {
        Pattern field = Pattern.compile("\"(%s)\": ?%d\\b".formatted(each.fields, last));
        List<String> named = new ArrayList<>();
        rows.forEach(row -> named.add(field.matcher(row).replaceAll("\"$1\":" + LAST)));
        Collections.sort(named);
        return named;
    }

    /** How often the count of discrepancies changed on the way is as chance has it; that the last count was told is not. */
    private List<String> discrepancies(List<String> events) {
        int open = entries.getOrDefault(Computed.ACHIEVEMENT.place, List.of()).stream()
                .map(Versions::json)
                .filter(row -> row.path("kind").asText().equals(Computed.ACHIEVEMENT.kind))
                .mapToInt(row -> row.path("content").path("discrepancies").size())
                .findFirst()
                .orElse(-1);
        List<String> kept = new ArrayList<>();
        for (String event : events) {
            boolean other = !event.contains(" " + ANNOUNCES_DISCREPANCIES + " ");
            if (other || event.contains("\"open\":" + open + "}") && !kept.contains(event)) kept.add(event);
        }
        return kept;
    }

    static ObjectNode json(String row) {
        try {
            return (ObjectNode) JSON.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + row, e);
        }
    }
}
