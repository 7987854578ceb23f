package cn.mingjian.acceptance.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Service records as the municipal platform exports them: corrected, withdrawn, repeated and out of order. */
final class RecordLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Draw draw;
    private final Plan plan;
    private final List<ObjectNode> lines = new ArrayList<>();
    private int number;

    RecordLines(Draw draw, Plan plan, IndicatorTables tables) {
        this.draw = draw;
        this.plan = plan;
        this.number = plan.isFollowUp() ? 5000 : 0;
        for (IndicatorTables.Faithful kept : tables.faithful)
            for (int i = 0; i < kept.count(); i++)
                lines.add(record(kept.type(), draw.day(plan.from(), plan.to()), kept.area(), "APPROVED"));
        for (int i = 0; i < draw.between(60, 160); i++) lines.add(any(tables));
        waiting();
        change();
    }

    /** Out of order; with those of an earlier delivery, which an export of the whole station contains again. */
    List<String> shuffledWith(List<String> earlier) {
        List<String> all = new ArrayList<>(earlier);
        lines.forEach(line -> all.add(line.toString()));
        draw.shuffle(all);
        return all;
    }

    private ObjectNode any(IndicatorTables tables) {
        var source = draw.of(tables.volumes);
        boolean known = !source.faithful() && draw.chance(90);
        String area = draw.chance(12) ? "" : draw.of(plan.areas());
        ObjectNode line =
                record(known ? source.type() : "patrol", day(), area, draw.of("APPROVED", "APPROVED", "RETURNED"));
        if (draw.chance(70)) line.put("attendance", draw.between(0, 30));
        if (draw.chance(60)) line.put("community", draw.of("东村", "西村", "不在名单的村"));
        return line;
    }

    /** Often the window's first or last day, or the one beside it. */
    private LocalDate day() {
        return switch (draw.between(0, 9)) {
            case 0 -> plan.from();
            case 1 -> plan.from().minusDays(1);
            case 2 -> plan.to();
            case 3 -> plan.to().plusDays(1);
            default -> draw.day(plan.from().minusDays(10), plan.to().plusDays(10));
        };
    }

    /** Waiting for review, submitted around the last day that is still in time. */
    private void waiting() {
        LocalDate inTime = plan.onSite().minusDays(plan.reviewWithinDays());
        for (int i = 0; i < 8; i++) {
            ObjectNode line = record("visit", day(), draw.of(plan.areas()), "SUBMITTED");
            line.put("submittedAt", midnight(inTime.minusDays(draw.between(-1, 2))));
            lines.add(line);
        }
    }

    /** Moments around midnight in Shanghai, told in other offsets. */
    private String midnight(LocalDate day) {
        return switch (draw.between(0, 5)) {
            case 0 -> day + "T00:00:00+08:00";
            case 1 -> day + "T23:59:59.999+08:00";
            case 2 -> day + "T15:59:59Z";
            case 3 -> day + "T16:00:00Z";
            case 4 -> day + "T21:29:59+05:30";
            default -> day + "T09:00:00-07:00";
        };
    }

    /** Higher versions, some delivered before the lower ones; withdrawals; repeats with other key order. */
    private void change() {
        List<ObjectNode> ordinary = lines.stream()
                .filter(line -> !line.get("type").asText().startsWith("kept-"))
                .toList();
        for (ObjectNode line : ordinary) {
            switch (draw.between(0, 11)) {
                case 0 -> lines.add(next(line, draw.between(1, 9)).put("status", "RETURNED"));
                case 1 -> lines.add(next(line, 1).put("occurredOn", day().toString()));
                case 2 -> lines.add(next(line, 2).put("area", draw.of(plan.areas())));
                case 3 -> lines.add(next(line, 1).put("attendance", draw.between(0, 30)));
                case 4 -> lines.add(next(line, 1).put("type", draw.of("visit", "patrol", "meeting")));
                case 5 -> lines.add(line.deepCopy());
                case 6 -> lines.add(turned(line));
                case 7 -> {
                    ObjectNode approved = approved(next(line, 1));
                    lines.add(approved);
                    lines.add(next(approved, 1).put("status", "SUBMITTED"));
                }
                case 8 -> lines.add(approved(next(line, 10)));
                default -> {}
            }
        }
    }

    private static ObjectNode next(ObjectNode line, int versions) {
        return line.deepCopy().put("version", line.get("version").asInt() + versions);
    }

    private static ObjectNode approved(ObjectNode line) {
        return line.put("status", "APPROVED")
                .put("reviewedAt", line.get("submittedAt").asText());
    }

    private static ObjectNode turned(ObjectNode line) {
        ObjectNode turned = JSON.createObjectNode();
        line.properties().stream().toList().reversed().forEach(entry -> turned.set(entry.getKey(), entry.getValue()));
        return turned;
    }

    private ObjectNode record(String type, LocalDate on, String area, String status) {
        var submitted = on.atTime(LocalTime.of(draw.between(0, 23), draw.between(0, 59), 30))
                .atOffset(ZoneOffset.ofHours(draw.of(8, 8, 0, -5)));
        ObjectNode line = JSON.createObjectNode()
                .put("id", "GZ-%06d".formatted(++number))
                .put("version", 1)
                .put("station", plan.stationCode())
                .put("type", type)
                .put("occurredOn", on.toString())
                .put("status", status)
                .put("submittedAt", submitted.toString());
        if (!area.isEmpty()) line.put("area", area);
        if (!status.equals("SUBMITTED"))
            line.put("reviewedAt", submitted.plusDays(draw.between(0, 9)).toString());
        return line;
    }
}
