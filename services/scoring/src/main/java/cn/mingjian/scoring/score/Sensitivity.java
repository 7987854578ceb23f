package cn.mingjian.scoring.score;

import cn.mingjian.platform.number.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How near a result is to another grade: the bounds next above and next below its printed total, and what would cross them.
 *
 * @param bounds at most two: the next grade's, and the own grade's unless it is the lowest
 */
public record Sensitivity(List<Bound> bounds) {

    private static final int DECIMALS = 2;

    // HALF_UP: from half a cent below a bound on, a figure prints as the bound.
    private static final BigFraction HALF_CENT = BigFraction.of(1, 200);

    /**
     * A grade's lower bound.
     *
     * @param grade the grade that begins at it
     * @param below the grade under it
     * @param points {@code total − bound}, in printed points: negative when the total lies below it
     * @param turningPoints by party: the lowest raw score of two decimals with which, all else as it is, the total reaches the
     *     bound; a party without one cannot carry the total over it alone, in either direction
     */
    public record Bound(
            Grades.Grade grade, Grades.Grade below, BigFraction points, Map<Party, BigFraction> turningPoints) {}

    /** Of the score alone: a veto, which leaves the lowest grade whatever the score, is not looked at. */
    public static Sensitivity of(RoundScore round, Weighing weighing) {
        List<Grades.Grade> grades = weighing.grades().grades();
        int own = grades.indexOf(weighing.grades().of(round.total()));
        List<Bound> bounds = new ArrayList<>();
        for (int at = Math.max(own - 1, 0); at <= own && at < grades.size() - 1; at++) {
            bounds.add(bound(round, weighing, grades.get(at), grades.get(at + 1)));
        }
        return new Sensitivity(bounds);
    }

    private static Bound bound(RoundScore round, Weighing weighing, Grades.Grade grade, Grades.Grade below) {
        Map<Party, BigFraction> turningPoints = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            BigFraction weight = weighing.of(party).weight();
            if (weight.signum() > 0) {
                BigFraction raw = up(missing(round, weighing, party, grade.from())
                        .multiply(Figures.HUNDRED)
                        .divide(weight));
                if (raw.signum() > 0 && raw.compareTo(Figures.HUNDRED) <= 0) {
                    turningPoints.put(party, raw);
                }
            }
        }
        return new Bound(grade, below, round.total().subtract(grade.from()), turningPoints);
    }

    /** The least exact weighted score of the party with which the printed total is at the bound. */
    private static BigFraction missing(RoundScore round, Weighing weighing, Party party, BigFraction bound) {
        List<BigFraction> others = new ArrayList<>();
        round.weighted().forEach((other, weighted) -> {
            if (other != party) {
                others.add(weighing.rounding() == Rounding.PER_PARTY ? Figures.rounded(weighted, DECIMALS) : weighted);
            }
        });
        return up(bound).subtract(HALF_CENT).subtract(others.stream().reduce(BigFraction.ZERO, BigFraction::add));
    }

    private static BigFraction up(BigFraction figure) {
        return Figures.of(new BigDecimal(figure.getNumerator())
                .divide(new BigDecimal(figure.getDenominator()), DECIMALS, RoundingMode.CEILING));
    }
}
