package cn.mingjian.report.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of the result, as scoring determined it. */
public record Result(
        int version,
        String state,
        List<PartyScore> parties,
        @Nullable String total,
        String grade) {

    /** A party's score, its weight, and its categories. */
    public record PartyScore(
            String party,
            String weight,
            @Nullable String raw,
            @Nullable String weighted,
            @Nullable List<CategoryScore> categories) {}

    /** A top-level category; {@code name} as the rubric has it. */
    public record CategoryScore(
            String category,
            @Nullable String name,
            @Nullable String score,
            @Nullable String max) {}
}
