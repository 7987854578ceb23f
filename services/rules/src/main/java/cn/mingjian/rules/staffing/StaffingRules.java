package cn.mingjian.rules.staffing;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import cn.mingjian.rules.agreement.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What roster, attendance, areas and evidence window have to agree on. */
public final class StaffingRules {

    private StaffingRules() {}

    /** A worker as far as its entry reads. */
    public record Worker(
            @Nullable String area,
            @Nullable String joined,
            @Nullable String left) {}

    /** A worker's month as far as its entry reads. */
    public record Month(@Nullable String worker, @Nullable String month) {}

    public static Stream<Problem> of(Worker worker, Known areas) {
        return Stream.of(areas.cite("/area", Rule.AREA_KNOWN, worker.area()), leftAfterJoined(worker))
                .flatMap(Optional::stream);
    }

    private static Optional<Problem> leftAfterJoined(Worker worker) {
        return worker.joined() != null
                        && worker.left() != null
                        && LocalDate.parse(worker.left()).isBefore(LocalDate.parse(worker.joined()))
                ? Optional.of(Problem.at(
                        "/left",
                        Rule.LEFT_AFTER_JOINED,
                        "",
                        "离职日期 %s 早于入职日期 %s".formatted(worker.left(), worker.joined())))
                : Optional.empty();
    }

    public static Stream<Problem> of(Month month, Known workers, Period window) {
        return Stream.of(workers.cite("/worker", Rule.WORKER_KNOWN, month.worker()), insideWindow(month, window))
                .flatMap(Optional::stream);
    }

    private static Optional<Problem> insideWindow(Month month, Period window) {
        return month.month() != null && window.excludes(YearMonth.parse(month.month()))
                ? Optional.of(
                        Problem.at("/month", Rule.MONTH_INSIDE_WINDOW, "", "%s 不在评估数据期内".formatted(month.month())))
                : Optional.empty();
    }
}
