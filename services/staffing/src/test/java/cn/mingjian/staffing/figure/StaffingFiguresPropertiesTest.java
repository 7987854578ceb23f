package cn.mingjian.staffing.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;

class StaffingFiguresPropertiesTest {

    private static final EvidenceWindow YEAR =
            new EvidenceWindow(LocalDate.parse("2023-07-01"), LocalDate.parse("2024-06-30"));

    @Property(tries = 300)
    void personMonthsAreHalvesBetweenNothingAndEverybodyEveryMonth(
            @ForAll("rosters") List<Worker> roster, @ForAll @IntRange(max = 31) int day) {
        StaffingFigures figures = figures(roster, YEAR, day, 2);

        assertThat(figures.personMonths().all().multiply(2).getDenominator()).isEqualTo(BigInteger.ONE);
        assertThat(figures.personMonths().all()).isBetween(BigFraction.ZERO, BigFraction.of(roster.size() * 12));
        assertThat(figures.personMonths().certified())
                .isLessThanOrEqualTo(figures.personMonths().all());
        assertThat(figures.personMonths().experienced())
                .isLessThanOrEqualTo(figures.personMonths().all());
    }

    @Property(tries = 200)
    void theMonthsOfAWindowAddUp(@ForAll("rosters") List<Worker> roster, @ForAll @IntRange(max = 31) int day) {
        PersonMonths whole = figures(roster, YEAR, day, 2).personMonths();

        PersonMonths added = PersonMonths.sum(YEAR.months().stream()
                .map(month -> new EvidenceWindow(month.atDay(1), month.atEndOfMonth()))
                .map(month -> figures(roster, month, day, 2).personMonths())
                .toList());

        assertThat(added).isEqualTo(whole);
    }

    @Property(tries = 200)
    void askingForMoreYearsNeverFindsMoreExperience(
            @ForAll("rosters") List<Worker> roster, @ForAll @IntRange(max = 8) int years) {
        StaffingFigures fewer = figures(roster, YEAR, 15, years);
        StaffingFigures more = figures(roster, YEAR, 15, years + 1);

        assertThat(fewer.headcount().experienced()).containsAll(more.headcount().experienced());
        assertThat(fewer.personMonths().experienced())
                .isGreaterThanOrEqualTo(more.personMonths().experienced());
    }

    @Property(tries = 200)
    void aLeaverIsNotCountedOnTheLastDay(@ForAll("rosters") List<Worker> roster) {
        StaffingFigures figures = figures(roster, YEAR, 15, 2);

        assertThat(figures.leavers())
                .noneMatch(leaver -> figures.headcount().all().contains(leaver));
    }

    @Provide
    Arbitrary<List<Worker>> rosters() {
        Arbitrary<LocalDate> day = Arbitraries.integers().between(0, 900).map(LocalDate.parse("2022-06-01")::plusDays);
        Arbitrary<Employment> employment = Combinators.combine(
                        day,
                        Arbitraries.integers().between(0, 500).injectNull(0.5),
                        Arbitraries.of(Departure.class).injectNull(0.2))
                .as((joined, days, departure) ->
                        new Employment(joined, days == null ? null : joined.plusDays(days), departure));
        Arbitrary<Worker> worker = Combinators.combine(
                        Arbitraries.of(Certificate.class), employment, day.map(since -> since.minusYears(3)))
                .as((certificate, employed, since) -> new Worker("?", certificate, employed, since));
        return worker.list().ofMaxSize(6).map(drawn -> IntStream.range(0, drawn.size())
                .mapToObj(i -> new Worker(
                        "W" + i,
                        drawn.get(i).certificate(),
                        drawn.get(i).employment(),
                        drawn.get(i).practiceSince()))
                .toList());
    }

    private static StaffingFigures figures(List<Worker> roster, EvidenceWindow window, int day, int years) {
        List<MonthMark> alwaysPresent = roster.stream()
                .flatMap(worker -> YEAR.months().stream()
                        .map((YearMonth month) -> new MonthMark(worker.number(), month, true, true, true)))
                .toList();
        return StaffingFigures.of(
                roster, alwaysPresent, window, new StaffingPolicy(years, day, RetentionFormula.ON_DUTY), 5);
    }
}
