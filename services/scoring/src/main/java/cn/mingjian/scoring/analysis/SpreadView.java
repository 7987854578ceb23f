package cn.mingjian.scoring.analysis;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.scoring.score.Spread;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How far the evaluators of a party lie apart, in the rubric's order; items that nobody scored are left out.
 *
 * @param against the round that means are compared with, or null
 */
public record SpreadView(String party, String against, List<ItemSpread> items) {

    /**
     * One item: mean and median with two decimals, scores plain.
     *
     * @param before its mean in the other round, null without one and where the code means another item or maximum there
     * @param outliers far from the median of the others
     */
    public record ItemSpread(
            String item,
            String name,
            String max,
            int scores,
            String lowest,
            String highest,
            String median,
            String mean,
            String before,
            List<Outlier> outliers) {}

    /** Somebody who lies far from the others. */
    public record Outlier(String evaluator, String score) {}

    public static SpreadView of(String party, String against, List<Spread> spreads, Map<String, BigFraction> before) {
        return new SpreadView(
                party,
                against,
                spreads.stream()
                        .map(spread -> item(spread, before.get(spread.item().code())))
                        .toList());
    }

    private static ItemSpread item(Spread spread, BigFraction before) {
        return new ItemSpread(
                spread.item().code(),
                spread.item().name(),
                Figures.plain(spread.item().max()),
                spread.scores(),
                Figures.plain(spread.lowest()),
                Figures.plain(spread.highest()),
                Figures.twoDecimals(spread.median()),
                Figures.twoDecimals(spread.mean()),
                before == null ? null : Figures.twoDecimals(before),
                spread.outliers().stream()
                        .map(given -> new Outlier(given.evaluator(), Figures.plain(given.points())))
                        .toList());
    }
}
