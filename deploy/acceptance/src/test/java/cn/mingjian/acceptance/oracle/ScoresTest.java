package cn.mingjian.acceptance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresTest {
    @ParameterizedTest
    @CsvSource({
        "4, false, 4/1",
        "4 5, false, 9/2",
        "1 1 2, false, 4/3",
        "0 5 5 10, true, 5/1",
        "0 5 5 5 10, true, 5/1",
        "0 1 1 2 10, true, 4/3",
        "5 5 5 5 5 2, true, 5/1",
        "0 5 5 5 10, false, 5/1"
    })
    void takesTheMeanOfWhoScored(String scores, boolean trimmed, String mean) {
        List<Ratio> given = Arrays.stream(scores.split(" ")).map(Ratio::parse).toList();

        assertThat(Scores.mean(given, trimmed)).contains(ratio(mean));
    }

    @Test
    void leavesAnItemWithoutAnyScoreOutOfBothSums() {
        var category = new Scores.Category("C", List.of(item("10", "REGULAR", "6"), item("90", "REGULAR", null)));

        assertThat(Scores.mean(List.of(), false)).isEmpty();
        assertThat(category.score()).isEqualTo(Ratio.of(6));
        assertThat(category.max()).isEqualTo(Ratio.of(10));
        assertThat(party(category).raw()).isEqualTo(Ratio.of(60));
    }

    @ParameterizedTest
    @CsvSource({
        "10, BONUS, 5, 100",
        "9, BONUS, 5, 95",
        "1, DEDUCTION, 20, 0",
        "9, DEDUCTION, 5, 85",
        "9, BONUS, , 90",
        "9, DEDUCTION, , 90"
    })
    void addsABonusAndTakesADeductionOffWithinBounds(String score, String kind, @Nullable String extra, String raw) {
        var category = new Scores.Category("C", List.of(item("10", "REGULAR", score), item("20", kind, extra)));

        assertThat(party(category).raw()).isEqualTo(Ratio.parse(raw));
        assertThat(category.max()).isEqualTo(Ratio.of(10));
    }

    private static Scores.Party party(Scores.Category category) {
        return new Scores.Party("PURCHASER", Ratio.of(20), List.of(category));
    }

    private static Scores.Item item(String max, String kind, @Nullable String mean) {
        return new Scores.Item(Ratio.parse(max), kind, Optional.ofNullable(mean).map(Ratio::parse));
    }

    private static Ratio ratio(String text) {
        String[] parts = text.split("/");
        return Ratio.parse(parts[0]).over(Ratio.parse(parts[1]));
    }
}
