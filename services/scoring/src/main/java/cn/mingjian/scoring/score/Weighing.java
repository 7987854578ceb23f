package cn.mingjian.scoring.score;

import cn.mingjian.platform.number.Figures;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** The part of a policy that decides a result: each party's weight and aggregation, rounding and grades. */
public record Weighing(Map<Party, Share> shares, Rounding rounding, Grades grades) {

    /**
     * One party's share of the total.
     *
     * @param weight in per cent
     */
    public record Share(BigFraction weight, Aggregation aggregation) {

        /** {@code raw × weight / 100}, exact. */
        BigFraction of(BigFraction raw) {
            return raw.multiply(weight).divide(Figures.HUNDRED);
        }
    }

    public Weighing {
        shares = new EnumMap<>(shares);
        if (shares.size() < Party.values().length) {
            throw new IllegalArgumentException("every party has a share: " + shares.keySet());
        }
        BigFraction sum = shares.values().stream().map(Share::weight).reduce(BigFraction.ZERO, BigFraction::add);
        if (sum.compareTo(Figures.HUNDRED) != 0) {
            throw new IllegalArgumentException("weights add up to 100: " + sum);
        }
    }

    public Share of(Party party) {
        Share share = shares.get(party);
        if (share == null) {
            throw new IllegalStateException("no share of " + party);
        }
        return share;
    }
}
