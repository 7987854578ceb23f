package cn.mingjian.district.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.mingjian.platform.problem.ProblemException;
import cn.mingjian.rules.agreement.AgreementShapes;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementCheckTest {

    private static final List<AgreementDocument.@Nullable Area> AREAS =
            List.of(new AgreementDocument.Area("A1", "第一片区", 9, List.of("灵山社区")));
    private static final AgreementDocument.Indicator CASES = volume("cases", "AREA");
    private static final AgreementDocument.Indicator CLOSURES = volume("closures", "STATION");

    @Test
    void takesTheAgreementOfDagang() {
        assertThatCode(() -> AgreementCheck.check(Dagang.agreement())).doesNotThrowAnyException();
    }

    @Test
    void takesAnAgreementWithoutServiceYearAreasAndTargets() {
        var bare = new AgreementDocument(
                "2023-08-01", "2023-08-01", null, "0", 0, "机构", List.of(), List.of(CLOSURES), List.of());

        assertThatCode(() -> AgreementCheck.check(bare)).doesNotThrowAnyException();
    }

    @Test
    void takesWhateverABundleMayHold() {
        String longest = "两\n行\t字" + "字".repeat(1995);
        assertThat(AgreementShapes.TERMS.field("operator").form().fault(longest))
                .isEmpty();
        var area = new AgreementDocument.Area("片区/一", longest, 0, List.of(longest));
        var figure = "9".repeat(18) + "." + "9".repeat(18);
        var agreement = new AgreementDocument(
                "2023-08-01", "2023-08-01", null, figure, 0, longest, List.of(area), List.of(CASES), List.of());

        assertThatCode(() -> AgreementCheck.check(agreement)).doesNotThrowAnyException();
    }

    @Test
    void asksForEverythingThatIsMissingAtOnce() {
        var nothing = new AgreementDocument(null, null, null, null, null, null, null, null, null);

        assertThat(found(nothing))
                .containsExactly(
                        "/from",
                        "/to",
                        "/annualFee",
                        "/requiredStaff",
                        "/operator",
                        "/areas",
                        "/indicators",
                        "/targets");
    }

    @ParameterizedTest(name = "from {0} to {1}, fee {2}, staff {3}: {4}")
    @CsvSource({
        "2023-08-02,  2023-08-01, 1,     1,  /from",
        "2023-02-29,  2023-08-01, 1,     1,  /from",
        "+2023-08-01, 2023-08-01, 1,     1,  /from",
        "2023-08-01,  2023-8-1,   1,     1,  /to",
        "2023-08-01,  2023-08-01, -1,    1,  /annualFee",
        "2023-08-01,  2023-08-01, 1e3,   1,  /annualFee",
        "2023-08-01,  2023-08-01, '1,0', 1,  /annualFee",
        "2023-08-01,  2023-08-01, 1,     -1, /requiredStaff",
    })
    void refusesTermsThatDoNotRead(String from, String to, String fee, int staff, String pointer) {
        var agreement = new AgreementDocument(from, to, null, fee, staff, "机构", AREAS, List.of(CASES), List.of());

        assertThat(found(agreement)).containsExactly(pointer);
    }

    @Test
    void refusesCodesThatAreTaken() {
        var area = AREAS.getFirst();
        var target = new AgreementDocument.Target("cases", null, "1");
        var allocation = new AgreementDocument.Target("cases", "A1", "1");

        var agreement =
                agreement(List.of(area, area), List.of(CASES, CASES), List.of(target, allocation, target, allocation));

        assertThat(found(agreement)).containsExactly("/areas/1/code", "/indicators/1/code", "/targets/2", "/targets/3");
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource({
        "unknown,  '',   1,   /targets/0/indicator",
        "cases,    A9,   1,   /targets/0/area",
        "closures, A1,   1,   /targets/0/area", // a station's indicator is not split over areas
        "cases,    A1,   -1,  /targets/0/agreed",
        "cases,    A1,   '',  /targets/0/agreed",
        "'',       A1,   1,   /targets/0/indicator",
    })
    void refusesTargetsThatFitNoIndicatorOrArea(String indicator, String area, String agreed, String pointer) {
        var target = new AgreementDocument.Target(indicator, area.isEmpty() ? null : area, agreed);

        assertThat(found(agreement(AREAS, List.of(CASES, CLOSURES), List.of(target))))
                .containsExactly(pointer);
    }

    @ParameterizedTest(name = "{0} {1} of {2} / {3}: {4}")
    @CsvSource({
        "AREA,    RATE,   closures, cases,      ",
        "AREA,    RATE,   unknown,  cases,      /indicators/2/source",
        "AREA,    RATE,   closures, unknown,    /indicators/2/measure",
        "AREA,    RATE,   rate,     cases,      /indicators/2/source", // a rate of a rate
        "STATION, VOLUME, visit,    ATTENDANCE, ",
        "STATION, VOLUME, visit,    SUM,        /indicators/2/measure",
        "TOWN,    VOLUME, visit,    COUNT,      /indicators/2/scope",
        "AREA,    INDEX,  visit,    whatever,   /indicators/2/kind",
    })
    void refusesIndicatorsThatCannotBeComputed(
            String scope, String kind, String source, String measure, @Nullable String pointer) {
        var rate = new AgreementDocument.Indicator("rate", "结案率", "%", scope, kind, source, measure);

        assertThat(found(agreement(AREAS, List.of(CASES, CLOSURES, rate), List.of())))
                .isEqualTo(pointer == null ? List.of() : List.of(pointer));
    }

    @Test
    void pointsToEntriesThatAreNull() {
        assertThat(found(agreement(
                        Arrays.asList(AREAS.getFirst(), null), List.of(CASES), Arrays.asList((AgreementDocument.Target)
                                null))))
                .containsExactly("/areas/1", "/targets/0");
    }

    private static List<String> found(AgreementDocument agreement) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> AgreementCheck.check(agreement));
        return refused == null
                ? List.of()
                : refused.refusals().stream()
                        .map(refusal -> String.valueOf(refusal.pointer()))
                        .toList();
    }

    private static AgreementDocument agreement(
            List<AgreementDocument.@Nullable Area> areas,
            List<AgreementDocument.@Nullable Indicator> indicators,
            List<AgreementDocument.@Nullable Target> targets) {
        return new AgreementDocument("2023-08-01", "2025-07-31", null, "1", 1, "机构", areas, indicators, targets);
    }

    private static AgreementDocument.Indicator volume(String code, String scope) {
        return new AgreementDocument.Indicator(code, code, "个", scope, "VOLUME", code, "COUNT");
    }
}
