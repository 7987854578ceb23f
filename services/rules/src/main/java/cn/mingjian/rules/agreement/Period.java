package cn.mingjian.rules.agreement;

import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A first and a last day, as far as they read. */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** The period between two days as they are written; each null or a day that exists. */
    public static Period of(@Nullable String from, @Nullable String to) {
        return new Period(from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    /** Whether both days read and the first is after the last. */
    public boolean isReversed() {
        return from != null && to != null && from.isAfter(to);
    }

    /** The problem of a reversed period: {@code /from}. */
    public Optional<Problem> inOrder() {
        return isReversed()
                ? Optional.of(Problem.at("/from", Rule.PERIOD_IN_ORDER, "", "开始日期 %s 晚于结束日期 %s".formatted(from, to)))
                : Optional.empty();
    }

    /** What keeps it from being a window of whole months. */
    public List<Problem> wholeMonths() {
        List<Problem> found = new ArrayList<>();
        if (from != null && from.getDayOfMonth() > 1) {
            found.add(Problem.at("/from", Rule.WHOLE_MONTHS, "", "%s 不是某月第一天，数据期按整月计".formatted(from)));
        }
        if (to != null && to.getDayOfMonth() < to.lengthOfMonth()) {
            found.add(Problem.at("/to", Rule.WHOLE_MONTHS, "", "%s 不是某月最后一天，数据期按整月计".formatted(to)));
        }
        return found;
    }

    /** Whether a month lies outside for certain. */
    public boolean excludes(YearMonth month) {
        return !isReversed()
                && (from != null && month.isBefore(YearMonth.from(from))
                        || to != null && month.isAfter(YearMonth.from(to)));
    }
}
