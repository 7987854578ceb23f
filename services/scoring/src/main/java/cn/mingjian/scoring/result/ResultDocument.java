package cn.mingjian.scoring.result;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.PartyScore;
import cn.mingjian.scoring.score.RoundScore;
import cn.mingjian.scoring.score.Weighing;
import java.util.List;

/**
 * One version of a result as it prints, with what it rests on. Never changed: a correction is a new version.
 *
 * @param state PROVISIONAL or FINAL
 * @param total two decimals
 */
public record ResultDocument(String state, List<PartyResult> parties, String total, String grade, Citations cites) {

    static final String PROVISIONAL = "PROVISIONAL";
    static final String FINAL = "FINAL";

    /**
     * A party's line: raw and weighted with two decimals, printed from exact figures.
     *
     * @param categories null outside the evaluation
     */
    public record PartyResult(
            String party, String weight, String raw, String weighted, List<CategoryResult> categories) {

        PartyResult withoutCategories() {
            return new PartyResult(party, weight, raw, weighted, null);
        }
    }

    /** A top-level category: the sum of its regular items' means, and of their maxima. */
    public record CategoryResult(String category, String name, String score, String max) {}

    /**
     * The versions the result was computed from.
     *
     * @param satisfactionVersion null when no answers were recorded
     * @param policyVersion of the opening document
     * @param sheets each eligible evaluator's sheet
     * @param setAside sheets, handed in or begun, of evaluators who were recused or replaced: they count nowhere
     * @param vetoes the numbers of those upheld
     */
    public record Citations(
            int achievementVersion,
            int staffingVersion,
            int rubricVersion,
            Integer satisfactionVersion,
            int policyVersion,
            List<SheetCitation> sheets,
            List<SheetCitation> setAside,
            List<Integer> vetoes) {}

    /** A sheet's version. */
    public record SheetCitation(String evaluator, int version) {}

    static ResultDocument of(String state, RoundScore round, Weighing weighing, Citations cites) {
        return new ResultDocument(
                state,
                List.of(Party.values()).stream()
                        .map(party -> party(round, party, weighing.of(party)))
                        .toList(),
                Figures.twoDecimals(round.total()),
                round.grade().name(),
                cites);
    }

    ResultDocument in(String otherState) {
        return new ResultDocument(otherState, parties, total, grade, cites);
    }

    private static PartyResult party(RoundScore round, Party party, Weighing.Share share) {
        PartyScore score = round.of(party);
        return new PartyResult(
                party.name(),
                Figures.plain(share.weight()),
                Figures.twoDecimals(score.raw()),
                Figures.twoDecimals(round.weightedOf(party)),
                score.categories().stream()
                        .map(each -> new CategoryResult(
                                each.category().code(),
                                each.category().name(),
                                Figures.twoDecimals(each.score()),
                                Figures.plain(each.max())))
                        .toList());
    }
}
