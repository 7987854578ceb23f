package cn.mingjian.integration.record;

import cn.mingjian.integration.record.ServiceRecord.Status;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads service records of the form that a bundle's have too. Fields that are not listed are dropped: what the platform
 * knows beyond them, personal data first of all, goes no further.
 */
public final class RecordForm {
    private final String station;

    /** The form of records of one station. */
    public RecordForm(String station) {
        this.station = station;
    }

    /** Reads the fields of one JSON object: text, whole numbers as Integer, Long or BigInteger. */
    public RecordLine read(Map<String, ?> fields) {
        List<cn.mingjian.rules.record.RecordForm.Fault> faults =
                cn.mingjian.rules.record.RecordForm.faults(fields, station);
        if (!faults.isEmpty()) {
            var first = faults.getFirst();
            return new RecordLine.Quarantined(first.member() + "：" + first.message());
        }
        return new RecordLine.Accepted(new ServiceRecord(
                text(fields, "id"),
                Math.toIntExact(whole(fields, "version")),
                station,
                text(fields, "type"),
                LocalDate.parse(text(fields, "occurredOn")),
                Status.valueOf(text(fields, "status")),
                OffsetDateTime.parse(text(fields, "submittedAt")),
                optional(fields, "reviewedAt").map(OffsetDateTime::parse).orElse(null),
                optional(fields, "area").orElse(null),
                optional(fields, "community").orElse(null),
                fields.get("attendance") == null ? null : whole(fields, "attendance")));
    }

    private static String text(Map<String, ?> fields, String name) {
        return optional(fields, name).orElseThrow();
    }

    private static Optional<String> optional(Map<String, ?> fields, String name) {
        @Nullable Object value = fields.get(name);
        return Optional.ofNullable(value).map(Object::toString);
    }

    private static long whole(Map<String, ?> fields, String name) {
        return ((Number) Objects.requireNonNull(fields.get(name))).longValue();
    }
}
