package cn.mingjian.indicator.completion;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** How one indicator's recorded volume spreads over the months of the evidence window. */
public record Pacing(List<YearMonth> months, List<Long> recorded, Optional<BigFraction> target) {
    private static final BigFraction TOLERATED = BigFraction.of(80, 100);
    private static final int SHORTEST_WINDOW_TO_JUDGE = 6;

    /** What stands out in a month. */
    public enum Flag {
        /** The volume up to this month is under 80 % of the month's even share of the target. */
        LAGGING,
        /** More than half of the window's volume falls into its last two months, of at least six. */
        CROWDED
    }

    /** A flag and its month; CROWDED is set on the window's last month. */
    public record Mark(YearMonth month, Flag flag) {}

    /** Refuses a volume that does not belong to a month. */
    public Pacing {
        months = List.copyOf(months);
        recorded = List.copyOf(recorded);
        if (months.size() != recorded.size()) {
            throw new IllegalArgumentException("%d months, %d volumes".formatted(months.size(), recorded.size()));
        }
    }

    /** All marks in the order of their months. */
    public List<Mark> marks() {
        var marks = new ArrayList<Mark>();
        var n = months.size();
        var sum = 0L;
        for (var k = 1; k <= n; k++) {
            sum += recorded.get(k - 1);
            var share = BigFraction.of(k, n).multiply(TOLERATED);
            var soFar = BigFraction.of(sum);
            if (target.filter(agreed -> soFar.compareTo(agreed.multiply(share)) < 0)
                    .isPresent()) {
                marks.add(new Mark(months.get(k - 1), Flag.LAGGING));
            }
        }
        if (n >= SHORTEST_WINDOW_TO_JUDGE && (recorded.get(n - 1) + recorded.get(n - 2)) * 2 > sum) {
            marks.add(new Mark(months.getLast(), Flag.CROWDED));
        }
        return marks;
    }
}
