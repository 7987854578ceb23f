package cn.mingjian.rules.record;

import cn.mingjian.rules.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of a service record: one JSON object a line. */
public final class RecordForm {

    /** The bytes of the longest line. */
    public static final int LONGEST_LINE = 1 << 16;

    /** The most people that one record counts. */
    public static final long MOST_PEOPLE = 1_000_000_000L;

    private static final Form STATUS = Form.oneOf("SUBMITTED", "APPROVED", "RETURNED");

    private final Map<String, ?> members;
    private final List<Fault> faults = new ArrayList<>();

    /** A member that is wrong, and why, in Chinese. */
    public record Fault(String member, String message) {}

    private RecordForm(Map<String, ?> members) {
        this.members = members;
    }

    /**
     * Everything that is wrong with the members of a JSON object: text as String, whole numbers as Integer, Long or
     * BigInteger.
     *
     * @param station the station that it is delivered for; null when that is not known
     */
    public static List<Fault> faults(Map<String, ?> members, @Nullable String station) {
        RecordForm form = new RecordForm(members);
        form.text("id", Form.KEY, true);
        form.whole("version", 1, Integer.MAX_VALUE, true);
        form.text("station", Form.KEY, true)
                .filter(of -> station != null && !of.equals(station))
                .ifPresent(of -> form.wrong("station", "这是其他社工站“%s”的记录".formatted(of)));
        form.text("type", Form.KEY, true);
        form.text("occurredOn", Form.DATE, true);
        form.text("status", STATUS, true);
        form.text("submittedAt", Form.INSTANT, true);
        form.text("reviewedAt", Form.INSTANT, false);
        form.text("area", Form.KEY, false);
        form.text("community", Form.KEY, false);
        form.whole("attendance", 0, MOST_PEOPLE, false);
        return form.faults;
    }

    private Optional<String> text(String member, Form form, boolean needed) {
        Object value = value(member, needed);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            wrong(member, "应为文字");
            return Optional.empty();
        }
        Optional<String> fault = text.isBlank() ? Optional.of("不能为空") : form.fault(text);
        fault.ifPresent(message -> wrong(member, message));
        return fault.isPresent() ? Optional.empty() : Optional.of(text);
    }

    private void whole(String member, long least, long most, boolean needed) {
        Object value = value(member, needed);
        boolean fine = value == null
                || (value instanceof Integer || value instanceof Long)
                        && ((Number) value).longValue() >= least
                        && ((Number) value).longValue() <= most;
        if (!fine) {
            wrong(member, "应为 %d 至 %d 之间的整数".formatted(least, most));
        }
    }

    private @Nullable Object value(String member, boolean needed) {
        Object value = members.get(member);
        if (value == null && needed) {
            wrong(member, members.containsKey(member) ? "不能为空" : "缺少这一项");
        }
        return value;
    }

    private void wrong(String member, String message) {
        faults.add(new Fault(member, message));
    }
}
