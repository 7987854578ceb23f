package cn.mingjian.integration.record;

import cn.mingjian.integration.record.ServiceRecord.Status;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of a service record. Fields that are not listed are dropped: what the platform knows beyond them, personal data
 * first of all, goes no further.
 */
public final class RecordForm {
    private static final int LONGEST_TEXT = 200;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9000;
    private static final long MOST_PEOPLE = 1_000_000_000L;

    private final String station;

    /** The form of records of one station. */
    public RecordForm(String station) {
        this.station = station;
    }

    /** Reads the fields of one JSON object: text, whole numbers as Integer, Long or BigInteger. */
    public RecordLine read(Map<String, ?> fields) {
        try {
            var of = text(fields, "station");
            if (!of.equals(station)) {
                throw new Unreadable("station", "这是其他社工站“" + of + "”的记录");
            }
            return new RecordLine.Accepted(new ServiceRecord(
                    text(fields, "id"),
                    Math.toIntExact(whole(fields, "version", 1, Integer.MAX_VALUE)),
                    station,
                    text(fields, "type"),
                    date(fields, "occurredOn"),
                    status(fields),
                    instant(fields, "submittedAt"),
                    has(fields, "reviewedAt") ? instant(fields, "reviewedAt") : null,
                    has(fields, "area") ? text(fields, "area") : null,
                    has(fields, "community") ? text(fields, "community") : null,
                    has(fields, "attendance") ? whole(fields, "attendance", 0, MOST_PEOPLE) : null));
        } catch (Unreadable unreadable) {
            return new RecordLine.Quarantined(unreadable.reason);
        }
    }

    private static boolean has(Map<String, ?> fields, String name) {
        return fields.get(name) != null;
    }

    private static Object value(Map<String, ?> fields, String name) throws Unreadable {
        @Nullable Object value = fields.get(name);
        if (value == null) {
            throw new Unreadable(name, "缺少");
        }
        return value;
    }

    private static String text(Map<String, ?> fields, String name) throws Unreadable {
        if (!(value(fields, name) instanceof String text)) {
            throw new Unreadable(name, "应为文字");
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new Unreadable(name, "应为 1 至 %d 个字".formatted(LONGEST_TEXT));
        }
        if (text.codePoints().anyMatch(RecordForm::isNoCharacter)) {
            throw new Unreadable(name, "含有不可用的字符");
        }
        return text;
    }

    private static boolean isNoCharacter(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static long whole(Map<String, ?> fields, String name, long least, long most) throws Unreadable {
        var value = value(fields, name);
        if ((value instanceof Integer || value instanceof Long)
                && ((Number) value).longValue() >= least
                && ((Number) value).longValue() <= most) {
            return ((Number) value).longValue();
        }
        throw new Unreadable(name, "应为不小于 %d 的整数".formatted(least));
    }

    private static LocalDate date(Map<String, ?> fields, String name) throws Unreadable {
        try {
            var date = LocalDate.parse(text(fields, name));
            if (isInRange(date.getYear())) {
                return date;
            }
        } catch (DateTimeException notADate) {
            throw new Unreadable(name, "应为存在的日期，如 2024-05-31");
        }
        throw new Unreadable(name, "年份超出范围");
    }

    private static OffsetDateTime instant(Map<String, ?> fields, String name) throws Unreadable {
        try {
            var instant = OffsetDateTime.parse(text(fields, name));
            if (isInRange(instant.getYear())) {
                return instant;
            }
        } catch (DateTimeException notAnInstant) {
            throw new Unreadable(name, "应为带时区的时间，如 2024-05-31T16:00:00+08:00");
        }
        throw new Unreadable(name, "年份超出范围");
    }

    private static boolean isInRange(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static Status status(Map<String, ?> fields) throws Unreadable {
        var text = text(fields, "status");
        Optional<Status> status = Arrays.stream(Status.values())
                .filter(one -> one.name().equals(text))
                .findFirst();
        if (status.isEmpty()) {
            throw new Unreadable(
                    "status",
                    "应为 " + Arrays.stream(Status.values()).map(Enum::name).collect(Collectors.joining("、")) + " 之一");
        }
        return status.get();
    }

    /** Leaves the reading of one line; never leaves this class. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Unreadable(String field, String reason) {
            super(field, null, false, false);
            this.reason = field + "：" + reason;
        }
    }
}
