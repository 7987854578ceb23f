package cn.mingjian.scoring.score;

import static cn.mingjian.scoring.score.Rounds.category;
import static cn.mingjian.scoring.score.Rounds.item;
import static cn.mingjian.scoring.score.Rounds.regular;
import static cn.mingjian.scoring.score.Rounds.sheets;
import static cn.mingjian.scoring.score.Rounds.thirdPartyScores;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.number.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyScoreTest {

    @ParameterizedTest(name = "{0} | {1} → {2}")
    @CsvSource({
        // every evaluator, every item
        "A1=5 A2=15,            A1=10 A2=15,           75.00",
        // NA leaves that evaluator out of the item's mean
        "A1=5 A2=15,            A1=NA A2=15,           66.67",
        // an item nobody scored leaves both sums
        "A1=8 A2=NA,            A1=9 A2=NA,            85.00",
        // bonus is added, deduction taken off
        "A1=5 A2=15 B1=3,       A1=10 A2=15 B1=4,      78.50",
        "A1=5 A2=15 D1=3,       A1=10 A2=15 D1=NA,     72.00",
        "A1=5 A2=15 B1=4 D1=4,  A1=10 A2=15 B1=4 D1=4, 75.00",
        // kept within 0 … 100
        "A1=10 A2=20 B1=5,      A1=10 A2=20 B1=5,      100.00",
        "A1=0 A2=0 D1=5,        A1=0 A2=0 D1=5,        0.00",
        // a third at a tie: 1/3 of the way to a half cent stays exact
        "A1=0.5 A2=NA,          A1=0.5 A2=NA,          5.00",
    })
    void rawIsTheShareOfTheMaximaPlusBonusMinusDeduction(String first, String second, String printed) {
        Rubric rubric = thirdPartyScores(category(
                "A",
                regular("A1", "10"),
                regular("A2", "20"),
                item("B1", "5", Item.Kind.BONUS),
                item("D1", "5", Item.Kind.DEDUCTION)));

        PartyScore score = of(rubric, sheets(first, second)).orElseThrow();

        assertThat(Figures.twoDecimals(score.raw())).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"A1=NA B1=NA", "A1=NA B1=5"})
    void isUnknownWithoutAScoreOnARegularItem(String row) {
        Rubric rubric = thirdPartyScores(category("A", regular("A1", "10"), item("B1", "5", Item.Kind.BONUS)));

        assertThat(of(rubric, sheets(row))).isEmpty();
        assertThat(of(rubric, List.of())).isEmpty();
    }

    @Test
    void aCategorySumsItsRegularMeansWithNestedCategoriesIncluded() {
        Category nested = new Category(
                "A",
                "一级",
                List.of(regular("A1", "10")),
                List.of(new Category(
                        "AA",
                        "二级",
                        List.of(item("AA1", "3", Item.Kind.BONUS)),
                        List.of(category("AAA", regular("AAA1", "2.5"), regular("AAA2", "4"))))));
        Rubric rubric = thirdPartyScores(nested, category("B", regular("B1", "5")));

        PartyScore score = of(rubric, sheets("A1=7 AA1=3 AAA1=2 AAA2=NA B1=NA", "A1=8 AA1=2 AAA1=2.5 AAA2=NA B1=NA"))
                .orElseThrow();

        assertThat(score.categories())
                .extracting(
                        top -> top.category().code(),
                        top -> Figures.twoDecimals(top.score()),
                        top -> Figures.plain(top.max()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A", "9.75", "12.5"),
                        org.assertj.core.groups.Tuple.tuple("B", "0.00", "0"));
        assertThat(score.allCategories().map(each -> each.category().code())).containsExactly("A", "AA", "AAA", "B");
    }

    @Property
    void orderOfEvaluatorsNeverMatters(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 20) Integer> halves,
            @ForAll Aggregation aggregation,
            @ForAll Random random) {
        Rubric rubric = thirdPartyScores(category("A", regular("A1", "10"), regular("A2", "7")));
        List<Sheet> inOrder = new ArrayList<>();
        for (int each : halves) {
            inOrder.add(new Sheet(
                    "e" + inOrder.size(),
                    1,
                    Map.of("A1", points(each, 2), "A2", each == 3 ? new Score.NotApplicable() : points(each % 15, 2))));
        }
        List<Sheet> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, random);

        assertThat(PartyScore.of(Party.THIRD_PARTY, rubric, aggregation, shuffled)
                        .map(PartyScore::raw))
                .isEqualTo(PartyScore.of(Party.THIRD_PARTY, rubric, aggregation, inOrder)
                        .map(PartyScore::raw));
    }

    @Property
    void scalingARubricNeverChangesRaw(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 0, max = 20) Integer> halves,
            @ForAll @IntRange(min = 1, max = 50) int scale) {
        Map<String, Score> once = new HashMap<>();
        Map<String, Score> scaled = new HashMap<>();
        List<Item> items = new ArrayList<>();
        List<Item> scaledItems = new ArrayList<>();
        for (int each : halves) {
            String code = "A" + items.size();
            once.put(code, points(each, 2));
            scaled.put(code, points(each * scale, 2));
            items.add(regular(code, "10"));
            scaledItems.add(regular(code, String.valueOf(10 * scale)));
        }

        PartyScore plain = of(
                        thirdPartyScores(category("A", items.toArray(Item[]::new))), List.of(new Sheet("e", 1, once)))
                .orElseThrow();
        PartyScore large = of(
                        thirdPartyScores(category("A", scaledItems.toArray(Item[]::new))),
                        List.of(new Sheet("e", 1, scaled)))
                .orElseThrow();

        assertThat(large.raw()).isEqualTo(plain.raw());
    }

    private static Optional<PartyScore> of(Rubric rubric, List<Sheet> sheets) {
        return PartyScore.of(Party.THIRD_PARTY, rubric, Aggregation.MEAN, sheets);
    }

    private static Score points(int numerator, int denominator) {
        return new Score.Points(BigFraction.of(numerator, denominator));
    }
}
