package cn.mingjian.scoring.suggestion;

import java.util.List;

/** What the frozen evidence says about the items that lean on it, in the rubric's order. */
public record SuggestionView(List<SuggestedScore> suggestions) {

    /**
     * One item.
     *
     * @param figure the rate with two decimals (satisfaction: the mean answer), or null when it is unknown
     * @param suggested points in the rubric's steps, or null when nothing is
     */
    public record SuggestedScore(
            String party, String item, String basis, String max, String figure, String suggested) {}
}
