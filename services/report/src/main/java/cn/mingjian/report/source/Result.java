package cn.mingjian.report.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of the result, as scoring determined it. */
public record Result(
        int version,
        String state,
        List<PartyScore> parties,
        @Nullable String total,
        String grade,
        @Nullable Citations cites) {

    /** What the result rests on; {@code vetoes} are the numbers of those that were upheld. */
    public record Citations(@Nullable List<Integer> vetoes) {}

    /** Whether an upheld veto decided the grade. */
    public boolean vetoed() {
        return cites != null && cites.vetoes() != null && !cites.vetoes().isEmpty();
    }

    /** A party's score and its weight. */
    public record PartyScore(
            String party,
            String weight,
            @Nullable String raw,
            @Nullable String weighted) {}
}
