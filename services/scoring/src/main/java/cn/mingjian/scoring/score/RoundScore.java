package cn.mingjian.scoring.score;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A round's outcome.
 *
 * @param weighted each party's exact {@code raw × weight / 100}
 * @param total as printed: two decimals
 * @param grade decided on the printed total, the lowest when a veto is upheld
 */
public record RoundScore(
        Map<Party, PartyScore> parties, Map<Party, BigFraction> weighted, BigFraction total, Grades.Grade grade) {

    /** Everything a result is made of. */
    public record Inputs(Rubric rubric, Weighing weighing, Map<Party, List<Sheet>> sheets, boolean vetoUpheld) {}

    /** The result, or empty when a party has no score on any regular item. */
    public static Optional<RoundScore> of(Inputs inputs) {
        Map<Party, PartyScore> parties = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            PartyScore.of(
                            party,
                            inputs.rubric(),
                            inputs.weighing().of(party).aggregation(),
                            inputs.sheets().getOrDefault(party, List.of()))
                    .ifPresent(score -> parties.put(party, score));
        }
        if (parties.size() < Party.values().length) {
            return Optional.empty();
        }
        Map<Party, BigFraction> weighted = new EnumMap<>(Party.class);
        parties.forEach((party, score) ->
                weighted.put(party, inputs.weighing().of(party).of(score.raw())));
        BigFraction total = inputs.weighing().rounding().total(weighted.values());
        Grades grades = inputs.weighing().grades();
        return Optional.of(
                new RoundScore(parties, weighted, total, inputs.vetoUpheld() ? grades.lowest() : grades.of(total)));
    }

    public PartyScore of(Party party) {
        return of(parties, party);
    }

    public BigFraction weightedOf(Party party) {
        return of(weighted, party);
    }

    private static <T> T of(Map<Party, T> byParty, Party party) {
        T value = byParty.get(party);
        if (value == null) {
            throw new IllegalStateException("a result has every party: " + party);
        }
        return value;
    }
}
