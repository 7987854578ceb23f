package cn.mingjian.scoring.analysis;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.RoundScore;
import cn.mingjian.scoring.score.Sensitivity;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The bounds of the grades next to a result.
 *
 * @param vetoed whether an upheld veto decides the grade, whatever the score
 */
public record SensitivityView(int resultVersion, String total, String grade, boolean vetoed, List<Bound> bounds) {

    /**
     * A bound.
     *
     * @param points total − bound, with two decimals; negative when the total lies below
     */
    public record Bound(String grade, String below, String from, String points, List<Turn> parties) {}

    /**
     * What one party alone would have to give.
     *
     * @param turningPoint the lowest raw score that reaches the bound; null when no raw score of this party changes it
     */
    public record Turn(String party, String raw, String turningPoint) {}

    static SensitivityView of(int version, RoundScore round, boolean vetoed, Sensitivity sensitivity) {
        return new SensitivityView(
                version,
                Figures.twoDecimals(round.total()),
                round.grade().name(),
                vetoed,
                sensitivity.bounds().stream()
                        .map(bound -> new Bound(
                                bound.grade().name(),
                                bound.below().name(),
                                Figures.plain(bound.grade().from()),
                                Figures.twoDecimals(bound.points()),
                                Stream.of(Party.values())
                                        .map(party -> turn(
                                                party,
                                                round,
                                                bound.turningPoints().get(party)))
                                        .toList()))
                        .toList());
    }

    private static Turn turn(Party party, RoundScore round, BigFraction turningPoint) {
        return new Turn(
                party.name(),
                Figures.twoDecimals(round.of(party).raw()),
                turningPoint == null ? null : Figures.twoDecimals(turningPoint));
    }
}
