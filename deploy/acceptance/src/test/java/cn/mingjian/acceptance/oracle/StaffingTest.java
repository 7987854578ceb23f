package cn.mingjian.acceptance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffingTest {
    private static final Window WINDOW = new Window(LocalDate.of(2023, 8, 1), LocalDate.of(2024, 2, 29));

    @ParameterizedTest
    @CsvSource({
        // joined, left, month, share with the turn after day 15
        "2023-08-01,           , 2023-08, 1",
        "2023-08-15,           , 2023-08, 1",
        "2023-08-16,           , 2023-08, 0.5",
        "2023-08-16,           , 2023-09, 1",
        "2023-08-31,           , 2023-08, 0.5",
        "2023-09-01,           , 2023-08, 0",
        "2022-01-01, 2023-08-31, 2023-08, 1",
        "2022-01-01, 2023-08-16, 2023-08, 1",
        "2022-01-01, 2023-08-15, 2023-08, 0.5",
        "2022-01-01, 2023-08-01, 2023-08, 0.5",
        "2022-01-01, 2023-07-31, 2023-08, 0",
        "2023-08-02, 2023-08-10, 2023-08, 0.5",
        "2023-08-16, 2023-08-20, 2023-08, 0.5"
    })
    void countsAMonthWholeOrHalf(LocalDate joined, @Nullable LocalDate left, YearMonth month, String share) {
        assertThat(worker(joined, left, null).share(month, 15)).isEqualTo(Ratio.parse(share));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29,           , true",
        "2024-03-01,           , false",
        "2023-01-01, 2024-02-29, false",
        "2023-01-01, 2024-03-01, true"
    })
    void countsHeadsOnTheLastDay(LocalDate joined, @Nullable LocalDate left, boolean counted) {
        assertThat(worker(joined, left, null).employedAtEndOf(WINDOW.to())).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-08-01, LEFT_SECTOR, true",
        "2024-02-29, RETIRED, true",
        "2023-10-10, , true",
        "2023-10-10, HANDOVER, false",
        "2023-07-31, LEFT_SECTOR, false",
        "2024-03-01, LEFT_SECTOR, false"
    })
    void countsLeaversOfTheWindow(LocalDate left, @Nullable String departure, boolean counted) {
        assertThat(worker(LocalDate.of(2022, 1, 1), left, departure).leftDuring(WINDOW))
                .isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-02-28, 2, 2024-02-28, true",
        "2022-03-01, 2, 2024-02-29, false",
        "2022-02-28, 2, 2024-02-27, false",
        "2020-02-29, 1, 2021-02-28, true",
        "2020-02-29, 4, 2024-02-28, false",
        "2024-02-29, 0, 2024-02-29, true"
    })
    void becomesExperiencedOnTheAnniversary(LocalDate since, int years, LocalDate day, boolean experienced) {
        var worker = new Staffing.Worker("W1", true, since, Optional.empty(), Optional.empty(), since);

        assertThat(worker.experiencedOn(day, years)).isEqualTo(experienced);
    }

    private static Staffing.Worker worker(LocalDate joined, @Nullable LocalDate left, @Nullable String departure) {
        return new Staffing.Worker(
                "W1", true, joined, Optional.ofNullable(left), Optional.ofNullable(departure), joined);
    }
}
