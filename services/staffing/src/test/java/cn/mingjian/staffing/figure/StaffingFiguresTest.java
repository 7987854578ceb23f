package cn.mingjian.staffing.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.mingjian.platform.number.Figures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaffingFiguresTest {

    private static final EvidenceWindow TWO_MONTHS =
            new EvidenceWindow(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-02-29"));
    private static final StaffingPolicy POLICY = new StaffingPolicy(2, 15, RetentionFormula.TURNOVER);

    @Test
    void yieldsTheFiguresOfTheDagangReport() {
        StaffingFigures dagang = StaffingFigures.of(
                Dagang.roster(), Dagang.attendance(), Dagang.WINDOW, Dagang.POLICY, Dagang.REQUIRED_STAFF);

        assertThat(dagang.headcount().all()).hasSize(52);
        assertThat(dagang.headcount().certified()).hasSize(41);
        assertThat(dagang.headcount().experienced()).hasSize(46);
        assertThat(dagang.certifiedRate().map(Figures::twoDecimals)).contains("78.85");
        assertThat(dagang.experiencedRate().map(Figures::twoDecimals)).contains("88.46");
        assertThat(Figures.plain(dagang.personMonths().all())).isEqualTo("514");
        assertThat(Figures.plain(dagang.personMonths().certified())).isEqualTo("404.5");
        assertThat(Figures.plain(dagang.personMonths().experienced())).isEqualTo("447.5");
        assertThat(Figures.twoDecimals(dagang.averageHeadcount())).isEqualTo("51.40");
        assertThat(dagang.leavers()).containsExactly("W42", "W43", "W45");
        assertThat(rates(dagang)).containsExactly("94.16", "100.78", "79.31");
    }

    @Test
    void countsAMonthOnlyWhenPresentEmployedAndInsideTheWindow() {
        var roster = List.of(worker("1", "2024-01-01", "2024-01-31", null));
        var marks = List.of(
                mark("1", "2023-12", true),
                mark("1", "2024-01", true),
                mark("1", "2024-02", true),
                mark("2", "2024-01", true));

        StaffingFigures figures = StaffingFigures.of(roster, marks, TWO_MONTHS, POLICY, 1);

        assertThat(figures.personMonths().all()).isEqualTo(BigFraction.ONE);
    }

    @Test
    void countsNoMonthWithoutAMarkOrMarkedAbsent() {
        var roster = List.of(worker("1", "2024-01-01", null, null));

        StaffingFigures figures =
                StaffingFigures.of(roster, List.of(mark("1", "2024-01", false)), TWO_MONTHS, POLICY, 1);

        assertThat(figures.personMonths()).isEqualTo(PersonMonths.NONE);
        assertThat(figures.headcount().all()).containsExactly("1");
    }

    @Test
    void asksForExperienceAnewEveryMonth() {
        var roster = List.of(new Worker(
                "1",
                Certificate.SENIOR,
                new Employment(LocalDate.parse("2024-01-01"), null, null),
                LocalDate.parse("2022-02-15")));

        StaffingFigures figures = StaffingFigures.of(
                roster, List.of(mark("1", "2024-01", true), mark("1", "2024-02", true)), TWO_MONTHS, POLICY, 1);

        assertThat(figures.personMonths())
                .isEqualTo(new PersonMonths(BigFraction.of(2), BigFraction.of(2), BigFraction.ONE));
        assertThat(figures.headcount().experienced()).containsExactly("1");
    }

    @Test
    void whoLeavesOnTheLastDayIsALeaverAndNoLongerCounted() {
        var roster = List.of(worker("1", "2024-01-01", "2024-02-29", Departure.RETIRED));

        StaffingFigures figures = StaffingFigures.of(
                roster, List.of(mark("1", "2024-01", true), mark("1", "2024-02", true)), TWO_MONTHS, POLICY, 1);

        assertThat(figures.leavers()).containsExactly("1");
        assertThat(figures.headcount().all()).isEmpty();
        assertThat(figures.personMonths().all()).isEqualTo(BigFraction.of(2));
        assertThat(figures.certifiedRate()).isEmpty();
        assertThat(figures.experiencedRate()).isEmpty();
    }

    @Test
    void whoJoinsAfterTheWindowCountsNowhere() {
        var roster = List.of(worker("1", "2024-03-01", "2024-03-20", Departure.DISMISSED));

        StaffingFigures figures =
                StaffingFigures.of(roster, List.of(mark("1", "2024-02", true)), TWO_MONTHS, POLICY, 1);

        assertThat(figures.personMonths()).isEqualTo(PersonMonths.NONE);
        assertThat(figures.headcount().all()).isEmpty();
        assertThat(figures.leavers()).isEmpty();
    }

    @Test
    void turnoverFallsBelowZeroWhenMoreLeftThanWereThere() {
        var roster = List.of(
                worker("1", "2024-01-01", "2024-01-10", Departure.LEFT_SECTOR),
                worker("2", "2024-01-01", "2024-01-10", Departure.DISMISSED));

        StaffingFigures figures = StaffingFigures.of(
                roster, List.of(mark("1", "2024-01", true), mark("2", "2024-01", true)), TWO_MONTHS, POLICY, 1);

        assertThat(figures.averageHeadcount()).isEqualTo(BigFraction.of(1, 2));
        assertThat(rates(figures)).containsExactly("-300.00", "50.00", "50.00");
    }

    @Test
    void aRateOfNothingIsUnknown() {
        StaffingFigures nobody = StaffingFigures.of(List.of(), List.of(), TWO_MONTHS, POLICY, 0);

        assertThat(rates(nobody)).containsExactly("null", "null", "null");
        assertThat(Figures.twoDecimals(nobody.averageHeadcount())).isEqualTo("0.00");
    }

    @Test
    void refusesAWorkerOrAWorkersMonthTwice() {
        var one = worker("1", "2024-01-01", null, null);
        var january = mark("1", "2024-01", true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StaffingFigures.of(List.of(one, one), List.of(), TWO_MONTHS, POLICY, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StaffingFigures.of(List.of(one), List.of(january, january), TWO_MONTHS, POLICY, 1));
    }

    @Test
    void listsPresentMonthsWithoutInsuranceOrPay() {
        var january = YearMonth.parse("2024-01");
        var marks = List.of(
                new MonthMark("2", january, true, false, false),
                new MonthMark("1", YearMonth.parse("2024-02"), true, true, false),
                new MonthMark("1", january, true, false, true),
                new MonthMark("3", january, false, false, false),
                new MonthMark("4", january, true, true, true),
                new MonthMark("5", YearMonth.parse("2024-03"), true, false, true));

        assertThat(MonthlyCheck.of(marks, TWO_MONTHS))
                .containsExactly(
                        new MonthlyCheck.Unexplained("1", january, List.of(MonthlyCheck.Missing.INSURED)),
                        new MonthlyCheck.Unexplained(
                                "1", YearMonth.parse("2024-02"), List.of(MonthlyCheck.Missing.PAID)),
                        new MonthlyCheck.Unexplained(
                                "2", january, List.of(MonthlyCheck.Missing.INSURED, MonthlyCheck.Missing.PAID)));
    }

    private static List<String> rates(StaffingFigures figures) {
        return Stream.of(RetentionFormula.values())
                .map(formula -> formula.of(figures).map(Figures::twoDecimals).orElse("null"))
                .toList();
    }

    private static Worker worker(String number, String joined, @Nullable String left, @Nullable Departure departure) {
        return new Worker(
                number,
                Certificate.ASSISTANT,
                new Employment(LocalDate.parse(joined), left == null ? null : LocalDate.parse(left), departure),
                LocalDate.parse("2020-01-01"));
    }

    private static MonthMark mark(String worker, String month, boolean present) {
        return new MonthMark(worker, YearMonth.parse(month), present, true, true);
    }
}
