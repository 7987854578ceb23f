package cn.mingjian.staffing.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmploymentTest {

    @ParameterizedTest(name = "joined {0}, left {1}: {2} after day {3} counts {4}/2")
    @CsvSource({
        // joined,   left,       month,   day, halves
        "2023-08-01,           , 2023-08, 15, 2",
        "2023-08-15,           , 2023-08, 15, 2", // on the day is not after it
        "2023-08-16,           , 2023-08, 15, 1",
        "2023-08-31,           , 2023-08, 15, 1",
        "2023-08-31,           , 2023-09, 15, 2", // only the month of joining is halved
        "2023-09-01,           , 2023-08, 15, 0", // joined after the month
        "2023-01-01, 2023-08-15, 2023-08, 15, 1", // left on the day
        "2023-01-01, 2023-08-16, 2023-08, 15, 2",
        "2023-01-01, 2023-08-01, 2023-08, 15, 1", // employed on one day only
        "2023-01-01, 2023-07-31, 2023-08, 15, 0", // left before the month
        "2023-01-01, 2023-08-15, 2023-07, 15, 2",
        "2023-08-01, 2023-08-10, 2023-08, 15, 1", // joined and left in the month
        "2023-08-16, 2023-08-20, 2023-08, 15, 1",
        "2023-08-10, 2023-08-20, 2023-08, 15, 2", // began early enough, ended late enough
        "2023-08-16, 2023-08-16, 2023-08, 20, 1", // late and early are still half a month
        "2023-08-18, 2023-08-19, 2023-08, 17, 1",
        "2023-08-16, 2023-08-17, 2023-08, 17, 1",
        "2023-08-02,           , 2023-08, 0,  1",
        "2023-08-31,           , 2023-08, 31, 2", // no day is after the 31st
        "2023-01-01, 2024-02-29, 2024-02, 31, 1",
        "2023-08-16, 2024-08-15, 2024-02, 15, 2",
        "2022-08-16, 2024-08-15, 2023-08, 15, 2", // the same month of another year
    })
    void countsAMonthWhollyHalfOrNotAtAll(
            LocalDate joined, LocalDate left, YearMonth month, int halfMonthAfterDay, int halves) {
        var employment = new Employment(joined, left, null);

        BigFraction share = employment.shareOf(month, halfMonthAfterDay);

        assertThat(share).isEqualTo(BigFraction.of(halves, 2));
    }

    @ParameterizedTest(name = "joined {0}, left {1}: there when {2} is over: {3}")
    @CsvSource({
        "2023-08-01,           , 2024-05-31, true",
        "2024-05-31,           , 2024-05-31, true",
        "2024-06-01,           , 2024-05-31, false",
        "2023-08-01, 2024-05-30, 2024-05-31, false",
        "2023-08-01, 2024-05-31, 2024-05-31, false", // whose last day it is has left
        "2023-08-01, 2024-06-01, 2024-05-31, true",
        "2024-05-31, 2024-05-31, 2024-05-31, false",
    })
    void countsWhoIsStillThereWhenTheDayIsOver(LocalDate joined, LocalDate left, LocalDate day, boolean there) {
        assertThat(new Employment(joined, left, null).outlasts(day)).isEqualTo(there);
    }

    @ParameterizedTest(name = "left {0} as {1}: leaver {2}")
    @CsvSource({
        "          ,                     , false",
        "          , LEFT_SECTOR         , false", // a reason without a day is no departure
        "2023-07-31, LEFT_SECTOR         , false",
        "2023-08-01, LEFT_SECTOR         , true",
        "2024-05-31, DISMISSED           , true",
        "2024-06-01, RETIRED             , false",
        "2024-01-15, MOVED_WITHIN_SECTOR , true",
        "2024-01-15, RETIRED             , true",
        "2024-01-15, HANDOVER            , false",
        "2024-01-15,                     , true", // unstated is not a handover
    })
    void countsDeparturesInsideTheWindowButNoHandovers(LocalDate left, Departure departure, boolean leaver) {
        var window = new EvidenceWindow(LocalDate.parse("2023-08-01"), LocalDate.parse("2024-05-31"));
        var employment = new Employment(LocalDate.parse("2023-01-01"), left, departure);

        assertThat(employment.isTurnoverIn(window)).isEqualTo(leaver);
    }

    @Test
    void refusesLeavingBeforeJoining() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Employment(LocalDate.parse("2023-08-02"), LocalDate.parse("2023-08-01"), null))
                .withMessageContaining("2023-08-02");
    }
}
