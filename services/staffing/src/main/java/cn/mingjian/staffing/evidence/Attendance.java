package cn.mingjian.staffing.evidence;

import cn.mingjian.staffing.figure.MonthMark;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The monthly check as handed in and stored. */
public record Attendance(@Nullable List<Month> months) {

    /** One worker's month. */
    public record Month(
            @Nullable String worker,
            @Nullable String month,
            @Nullable Boolean present,
            @Nullable Boolean insured,
            @Nullable Boolean paid) {

        /** What figures depend on; only of a row that was checked. */
        public MonthMark toMark() {
            return new MonthMark(
                    Text.present(worker),
                    YearMonth.parse(Text.present(month)),
                    Boolean.TRUE.equals(present),
                    Boolean.TRUE.equals(insured),
                    Boolean.TRUE.equals(paid));
        }
    }

    /** The rows of an attendance that was checked. */
    public List<Month> rows() {
        return months == null ? List.of() : months;
    }
}
