package cn.mingjian.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.platform.number.Figures;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundScoreTest {

    private static final Grades GRADES = new Grades(List.of(
            new Grades.Grade("合格", BigFraction.of(60)),
            new Grades.Grade("优秀", BigFraction.of(90)),
            new Grades.Grade("不合格", BigFraction.ZERO),
            new Grades.Grade("良好", BigFraction.of(80))));

    @Test
    void yieldsTheSampleEvaluationsScore() {
        RoundScore round = RoundScore.of(DagangRound.inputs()).orElseThrow();

        JsonNode expected = DagangRound.json("expected-score.json");
        assertThat(Figures.twoDecimals(round.total()))
                .isEqualTo(expected.get("total").asText());
        assertThat(round.grade().name()).isEqualTo(expected.get("grade").asText());
        for (JsonNode party : expected.get("parties")) {
            Party code = Party.valueOf(party.get("party").asText());
            PartyScore score = round.of(code);
            assertThat(Figures.twoDecimals(score.raw()))
                    .isEqualTo(party.get("raw").asText());
            assertThat(Figures.twoDecimals(round.weightedOf(code)))
                    .isEqualTo(party.get("weighted").asText());
            assertThat(score.categories())
                    .extracting(top -> top.category().code() + " " + Figures.twoDecimals(top.score()) + " of "
                            + Figures.plain(top.max()))
                    .isEqualTo(party.get("categories")
                            .valueStream()
                            .map(top -> top.get("category").asText() + " "
                                    + top.get("score").asText() + " of "
                                    + top.get("max").asText())
                            .toList());
        }
    }

    @ParameterizedTest(name = "{0}: {1} → {2} {3}")
    @CsvSource({
        // raw scores of the four parties by weights 55 15 20 10
        "PER_PARTY, 90 90 90 90,             90.00, 优秀",
        "AT_END,    90 90 90 90,             90.00, 优秀",
        // 55 % of 89.99 is 49.4945 → 49.49; the sum 89.99 is below the bound
        "PER_PARTY, 89.99 90 90 90,          89.99, 良好",
        // 49.4945 + 40.5 = 89.9945 → 89.99, and 89.995 is a tie that reaches the bound
        "AT_END,    89.99 90 90 90,          89.99, 良好",
        "AT_END,    90 90 90 89.95,          90.00, 优秀",
        "PER_PARTY, 90 90 90 89.95,          90.00, 优秀",
        // three half cents: rounded each, or once
        "PER_PARTY, 80.10 80.10 80.12 80.05, 80.11, 良好",
        "AT_END,    80.10 80.10 80.12 80.05, 80.10, 良好",
        "PER_PARTY, 60 60 60 60,             60.00, 合格",
        "PER_PARTY, 59.99 59.99 59.99 59.99, 59.99, 不合格",
        "PER_PARTY, 0 0 0 0,                 0.00,  不合格",
        "AT_END,    100 100 100 100,         100.00, 优秀",
    })
    void roundsWhereThePolicySaysAndGradesThePrintedTotal(Rounding rounding, String raws, String total, String grade) {
        RoundScore round = RoundScore.of(inputs(rounding, raws, false)).orElseThrow();

        assertThat(Figures.twoDecimals(round.total())).isEqualTo(total);
        assertThat(round.grade().name()).isEqualTo(grade);
    }

    @Test
    void anUpheldVetoLeavesTheLowestGradeAndTheScoreAsItIs() {
        RoundScore round =
                RoundScore.of(inputs(Rounding.PER_PARTY, "95 95 95 95", true)).orElseThrow();

        assertThat(round.grade().name()).isEqualTo("不合格");
        assertThat(Figures.twoDecimals(round.total())).isEqualTo("95.00");
    }

    @Test
    void isUnknownWhileAPartyHasNoScore() {
        RoundScore.Inputs whole = inputs(Rounding.PER_PARTY, "95 95 95 95", false);
        Map<Party, List<Sheet>> sheets = new EnumMap<>(whole.sheets());
        sheets.remove(Party.SUPERVISOR);

        assertThat(RoundScore.of(new RoundScore.Inputs(whole.rubric(), whole.weighing(), sheets, false)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"33 33 33", "50 50 50"})
    void refusesWeightsThatDoNotAddUpTo100(String weights) {
        assertThatThrownBy(() -> weighing(Rounding.AT_END, weights + " 0.99"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights add up to 100");
    }

    @Test
    void refusesGradesWithoutOneFromZeroOrWithTheSameBoundTwice() {
        Grades.Grade good = new Grades.Grade("良好", BigFraction.of(80));
        Grades.Grade rest = new Grades.Grade("不合格", BigFraction.ZERO);

        assertThatThrownBy(() -> new Grades(List.of(good))).hasMessageContaining("from 0");
        assertThatThrownBy(() -> new Grades(List.of(good, rest, new Grades.Grade("优秀", BigFraction.of(80)))))
                .hasMessageContaining("different");
    }

    @Property
    void thirdsStayExactAndATieIsATie(@ForAll @Size(3) List<@IntRange(min = 0, max = 200) Integer> halves) {
        Rubric rubric = Rounds.thirdPartyScores(Rounds.category(
                "A", Rounds.regular("A1", "100"), Rounds.regular("A2", "100"), Rounds.regular("A3", "100")));
        // Each evaluator gives the same three points, one item further on: every mean is a third of the same sum.
        List<Sheet> sheets = List.of(
                sheet("e0", halves.get(0), halves.get(1), halves.get(2)),
                sheet("e1", halves.get(1), halves.get(2), halves.get(0)),
                sheet("e2", halves.get(2), halves.get(0), halves.get(1)));

        PartyScore score = PartyScore.of(Party.THIRD_PARTY, rubric, Aggregation.MEAN, sheets)
                .orElseThrow();

        int sum = halves.stream().mapToInt(Integer::intValue).sum();
        assertThat(score.raw()).isEqualTo(BigFraction.of(sum, 6));
    }

    @Property
    void atEveryBoundThePrintedTotalDecides(
            @ForAll Rounding rounding,
            @ForAll @IntRange(min = 6, max = 9) int tens,
            @ForAll @Size(4) List<@IntRange(min = -12, max = 12) Integer> thousandths) {
        List<BigDecimal> raws = thousandths.stream()
                .map(each -> BigDecimal.valueOf(tens * 10_000L + each, 3))
                .toList();

        RoundScore round = RoundScore.of(inputs(
                        rounding, raws.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" ")), false))
                .orElseThrow();

        BigDecimal printed = BigDecimal.ZERO;
        var weights =
                Stream.of("0.55", "0.15", "0.20", "0.10").map(BigDecimal::new).iterator();
        for (BigDecimal raw : raws) {
            BigDecimal weighted = raw.multiply(weights.next());
            printed =
                    printed.add(rounding == Rounding.PER_PARTY ? weighted.setScale(2, RoundingMode.HALF_UP) : weighted);
        }
        printed = printed.setScale(2, RoundingMode.HALF_UP);
        int level = printed.compareTo(BigDecimal.valueOf(tens * 10L)) < 0 ? tens - 1 : tens;
        assertThat(Figures.twoDecimals(round.total())).isEqualTo(printed.toPlainString());
        assertThat(round.grade().name())
                .isEqualTo(
                        switch (level) {
                            case 5 -> "不合格";
                            case 6, 7 -> "合格";
                            case 8 -> "良好";
                            default -> "优秀";
                        });
    }

    @Property
    void theOrderOfEvaluatorsNeverMatters(@ForAll @Size(7) List<@IntRange(min = 0, max = 20) Integer> halves) {
        Rubric rubric = Rounds.thirdPartyScores(Rounds.category("A", Rounds.PLAIN));
        List<Sheet> sheets = new ArrayList<>();
        halves.forEach(each ->
                sheets.add(new Sheet("e" + sheets.size(), 1, Map.of("A1", new Score.Points(BigFraction.of(each, 2))))));

        for (Aggregation aggregation : Aggregation.values()) {
            assertThat(PartyScore.of(Party.THIRD_PARTY, rubric, aggregation, sheets.reversed())
                            .orElseThrow()
                            .raw())
                    .isEqualTo(PartyScore.of(Party.THIRD_PARTY, rubric, aggregation, sheets)
                            .orElseThrow()
                            .raw());
        }
    }

    @Property
    void scalingARubricNeverChangesRaw(
            @ForAll @Size(6) List<@IntRange(min = 0, max = 20) Integer> halves,
            @ForAll @IntRange(min = 1, max = 50) int scale) {
        assertThat(scaled(halves, scale)).isEqualTo(scaled(halves, 1));
    }

    /** The raw score of three evaluators on two items of 10, all points multiplied. */
    private static BigFraction scaled(List<Integer> halves, int scale) {
        String max = Integer.toString(10 * scale);
        Rubric rubric =
                Rounds.thirdPartyScores(Rounds.category("A", Rounds.regular("A1", max), Rounds.regular("A2", max)));
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < halves.size(); i += 2) {
            sheets.add(new Sheet(
                    "e" + i,
                    1,
                    Map.of(
                            "A1", new Score.Points(BigFraction.of(halves.get(i) * scale, 2)),
                            "A2", new Score.Points(BigFraction.of(halves.get(i + 1) * scale, 2)))));
        }
        return PartyScore.of(Party.THIRD_PARTY, rubric, Aggregation.MEAN, sheets)
                .orElseThrow()
                .raw();
    }

    private static Sheet sheet(String evaluator, int first, int second, int third) {
        return new Sheet(
                evaluator,
                1,
                Map.of(
                        "A1", new Score.Points(BigFraction.of(first, 2)),
                        "A2", new Score.Points(BigFraction.of(second, 2)),
                        "A3", new Score.Points(BigFraction.of(third, 2))));
    }

    private static RoundScore.Inputs inputs(Rounding rounding, String raws, boolean veto) {
        return inputs(rounding, Rounds.fractions(raws), veto);
    }

    /** A round in which each party's raw score is as given, weighed 55 15 20 10. */
    static RoundScore.Inputs inputs(Rounding rounding, List<BigFraction> raws, boolean veto) {
        Rubric rubric = Rounds.thirdPartyScores(Rounds.category("T", Rounds.regular("THIRD_PARTY-I", "100")));
        Map<Party, List<Sheet>> sheets = new EnumMap<>(Party.class);
        var score = raws.iterator();
        for (Party party : Party.values()) {
            sheets.put(party, List.of(new Sheet("e", 1, Map.of(party + "-I", new Score.Points(score.next())))));
        }
        return new RoundScore.Inputs(rubric, weighing(rounding, "55 15 20 10"), sheets, veto);
    }

    private static Weighing weighing(Rounding rounding, String weights) {
        List<BigFraction> list = Rounds.fractions(weights);
        Map<Party, Weighing.Share> shares = new EnumMap<>(Party.class);
        var weight = list.iterator();
        for (Party party : Party.values()) {
            shares.put(party, new Weighing.Share(weight.next(), Aggregation.MEAN));
        }
        return new Weighing(shares, rounding, GRADES);
    }
}
