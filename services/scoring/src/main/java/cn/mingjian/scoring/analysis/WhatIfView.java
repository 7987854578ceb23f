package cn.mingjian.scoring.analysis;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.RoundScore;
import cn.mingjian.scoring.score.Weighing;
import java.util.List;
import java.util.stream.Stream;

/** A closed round under other weights, beside what it came to. Nothing of it is kept. */
public record WhatIfView(Outcome actual, Outcome supposed) {

    /** A total with its grade. */
    public record Outcome(String rounding, String total, String grade, List<PartyLine> parties) {

        static Outcome of(RoundScore round, Weighing weighing) {
            return new Outcome(
                    weighing.rounding().name(),
                    Figures.twoDecimals(round.total()),
                    round.grade().name(),
                    Stream.of(Party.values())
                            .map(party -> new PartyLine(
                                    party.name(),
                                    Figures.plain(weighing.of(party).weight()),
                                    Figures.twoDecimals(round.of(party).raw()),
                                    Figures.twoDecimals(round.weightedOf(party))))
                            .toList());
        }
    }

    /** A party's line. */
    public record PartyLine(String party, String weight, String raw, String weighted) {}
}
