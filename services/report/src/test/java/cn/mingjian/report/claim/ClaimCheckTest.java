package cn.mingjian.report.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.mingjian.report.Dagang;
import cn.mingjian.report.source.Achievement;
import cn.mingjian.report.source.Discrepancy;
import cn.mingjian.report.source.StaffingFile;
import cn.mingjian.rules.claim.ClaimSubject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimCheckTest {

    @Test
    void fourOfDagangsElevenClaimsDiffer() {
        List<Discrepancy> differing = ClaimCheck.of(Dagang.claims(), Dagang.achievement(), Dagang.staffing());

        assertThat(differing)
                .extracting(Discrepancy::rule, Discrepancy::subject, Discrepancy::left, Discrepancy::right)
                .containsExactly(
                        tuple("CLAIM_VS_COMPUTED", "indicator:home-visits", "9654", "9564"),
                        tuple("CLAIM_VS_COMPUTED", "staffing:retention:CERTIFIED_ON_DUTY", "91.13", "79.31"),
                        tuple("CLAIM_VS_COMPUTED", "staffing:experienced-rate", "80", "88.46"),
                        tuple("CLAIM_VS_COMPUTED", "indicators:exceeded", "14", "16"));
        assertThat(differing).containsExactlyInAnyOrderElementsOf(Dagang.claimDiscrepancies());
    }

    @ParameterizedTest(name = "{0} for exactly {1}: {2}")
    @CsvSource({
        // The precision is the claim's own, whatever the figure is printed with.
        "94, 24200/257, true",
        "94.2, 24200/257, true",
        "94.16, 24200/257, true",
        "94.163, 24200/257, true",
        "94.16342412, 24200/257, true",
        "94.160, 24200/257, false",
        "94.17, 24200/257, false",
        "95, 24200/257, false",
        // A tie goes up.
        "94.17, 94165/1000, true",
        "94.16, 94165/1000, false",
        "94.165, 94165/1000, true",
        "94.2, 94165/1000, true",
        "98, 195/2, true",
        "97, 195/2, false",
        "1, 1/2, true",
        "0, 1/2, false",
        // Rounded once, not from what is printed: 0.4949 prints as 0.49, 0.495 as 0.50.
        "0.5, 4949/10000, true",
        "0, 4999/10000, true",
        "1, 4999/10000, false",
        // A count is the same count with zeros behind the point.
        "9564, 9564/1, true",
        "9564.00, 9564/1, true",
        "9564.01, 9564/1, false",
        "0, 0/1, true",
        // More leavers than people: no claim is negative, so none agrees.
        "12.50, -25/2, false",
    })
    void aClaimAgreesAtItsOwnPrecision(String claim, String exact, boolean agrees) {
        assertThat(ClaimCheck.agrees(claim, new ComputedFigure(ComputedFigure.fraction(exact), "printed")))
                .isEqualTo(agrees);
    }

    @ParameterizedTest
    @ValueSource(strings = {"home-visits", "HomeVisits", "A1.2", "入户探访", "入户 探访", "a:b", "rate", "x(y)*"})
    void anIndicatorIsFoundWhateverItsCode(String code) {
        Achievement achievement = achievement(row(code, null, "120", "120/1", "98.36", "6000/61"));

        assertThat(differing(achievement, "indicator:" + code, "120")).isEmpty();
        assertThat(differing(achievement, "indicator:" + code + ":rate", "98.4"))
                .isEmpty();
        assertThat(differing(achievement, "indicator:" + code, "121"))
                .containsExactly(Discrepancy.unexplained(ClaimCheck.RULE, "indicator:" + code, "121", "120"));
        assertThat(differing(achievement, "indicator:" + code + ":rate", "98.37"))
                .containsExactly(
                        Discrepancy.unexplained(ClaimCheck.RULE, "indicator:" + code + ":rate", "98.37", "98.36"));
    }

    @Test
    void aRateIndicatorIsCheckedByItsExactValueAndShownAsPrinted() {
        // 2/3 agreed at 80 %: completed 66.67, of which 83.33 % of the target.
        Achievement achievement = achievement(row("closure-rate", null, "66.67", "200/3", "83.33", "250/3"));

        assertThat(differing(achievement, "indicator:closure-rate", "67")).isEmpty();
        assertThat(differing(achievement, "indicator:closure-rate", "66.6667")).isEmpty();
        assertThat(differing(achievement, "indicator:closure-rate:rate", "83.3"))
                .isEmpty();
        assertThat(differing(achievement, "indicator:closure-rate", "66.66"))
                .containsExactly(Discrepancy.unexplained(ClaimCheck.RULE, "indicator:closure-rate", "66.66", "66.67"));
    }

    @Test
    void theStationsRowCountsNotAnAreas() {
        Achievement achievement =
                achievement(row("visits", "A1", "5", "5/1", null, null), row("visits", null, "12", "12/1", null, null));

        assertThat(differing(achievement, "indicator:visits", "12")).isEmpty();
        assertThat(differing(achievement, "indicator:visits", "5"))
                .extracting(Discrepancy::right)
                .containsExactly("12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicator:nobody-agreed",
                "indicator:visits:A1",
                "indicator:undeclared",
                "indicator:undeclared:rate",
                "indicator:untargeted:rate",
                "staffing:headcount",
                "staffing:certified-rate",
                "staffing:experienced-rate",
                "staffing:retention",
                "staffing:retention:ON_DUTY"
            })
    void aClaimAboutAnUnknownFigureDiffersFromNothing(String subject) {
        Achievement achievement = achievement(
                row("visits", "A1", "0", "0/1", null, null),
                row("undeclared", null, null, null, null, null),
                row("untargeted", null, "3", "3/1", null, null));

        assertThat(differing(achievement, subject, "0"))
                .containsExactly(Discrepancy.unexplained(ClaimCheck.RULE, subject, "0", null));
    }

    @ParameterizedTest(name = "by {0}")
    @CsvSource({"TURNOVER, 94.16", "ON_DUTY, 100.78", "CERTIFIED_ON_DUTY, 79.31"})
    void retentionIsTheOneThatCounts(String formula, String printed) {
        StaffingFile staffing = countingBy(formula);

        assertThat(ClaimCheck.of(claim("staffing:retention", printed), achievement(), staffing))
                .isEmpty();
        assertThat(ClaimCheck.of(claim("staffing:retention", "50"), achievement(), staffing))
                .containsExactly(Discrepancy.unexplained(ClaimCheck.RULE, "staffing:retention", "50", printed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "indicator:",
                "indicators:met",
                "staffing:leavers",
                "staffing:retention:turnover",
                "Indicator:visits",
                " staffing:headcount"
            })
    void nothingElseIsASubject(String subject) {
        assertThat(ClaimSubject.parse(subject)).isEmpty();
    }

    @Test
    void aPrintedFigureWithoutItsExactValueIsABug() {
        Achievement achievement = achievement(row("visits", null, "12", null, null, null));

        assertThatThrownBy(() -> differing(achievement, "indicator:visits", "12"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no exact value");
    }

    private static List<Discrepancy> differing(Achievement achievement, String subject, String value) {
        return ClaimCheck.of(claim(subject, value), achievement, unknown());
    }

    private static Claims claim(String subject, String value) {
        return new Claims(List.of(new Claims.Claim("项目管理情况", subject, value)));
    }

    private static Achievement achievement(Achievement.Row... rows) {
        return new Achievement(1, List.of(rows), 0, null, List.of(), List.of(), List.of());
    }

    private static Achievement.Row row(
            String indicator,
            @Nullable String area,
            @Nullable String completed,
            @Nullable String exactCompleted,
            @Nullable String rate,
            @Nullable String exactRate) {
        return new Achievement.Row(indicator, area, "1", completed, null, rate, null, exactCompleted, exactRate);
    }

    private static StaffingFile countingBy(String formula) {
        StaffingFile dagang = Dagang.staffing();
        return staffing(formula, dagang.staffing().retention(), dagang.exact());
    }

    private static StaffingFile unknown() {
        Map<String, @Nullable String> retention = new HashMap<>();
        retention.put("TURNOVER", null);
        return staffing("TURNOVER", retention, Map.of());
    }

    private static StaffingFile staffing(
            String formula, Map<String, @Nullable String> retention, @Nullable Map<String, @Nullable String> exact) {
        var figures = new StaffingFile.Figures(
                null, null, null, null, null, null, null, null, null, null, formula, retention);
        return new StaffingFile(1, figures, exact, List.of(), List.of(), List.of());
    }
}
