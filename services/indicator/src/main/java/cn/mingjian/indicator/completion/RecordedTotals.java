package cn.mingjian.indicator.completion;

import cn.mingjian.indicator.catalogue.Counting;
import cn.mingjian.indicator.catalogue.Measure;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the municipal platform's approved records of one station add up to inside an evidence window (平台记录量). */
public record RecordedTotals(List<Total> totals) {
    /** Approved records of one type, area (empty when the record names none) and month. */
    public record Total(String type, String area, YearMonth month, long count, long attendance) {}

    /** Keeps its own copy. */
    public RecordedTotals {
        totals = List.copyOf(totals);
    }

    /** The area's figure; without an area the station's, which counts every record whatever area it names. */
    public long of(Measure.Volume volume, @Nullable String area) {
        return sum(volume, total -> area == null || area.equals(total.area()));
    }

    /** The station's figure of one month. */
    public long in(Measure.Volume volume, YearMonth month) {
        return sum(volume, total -> month.equals(total.month()));
    }

    /** How many approved records lie inside the window, of any type. */
    public long records() {
        return totals.stream().mapToLong(Total::count).sum();
    }

    private long sum(Measure.Volume volume, Predicate<Total> wanted) {
        return totals.stream()
                .filter(total -> total.type().equals(volume.recordType()) && wanted.test(total))
                .mapToLong(total -> volume.counting() == Counting.COUNT ? total.count() : total.attendance())
                .sum();
    }
}
