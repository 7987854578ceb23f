package cn.mingjian.staffing.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerTest {

    @ParameterizedTest(name = "since {0}, {1} years, on {2}: {3}")
    @CsvSource({
        "2021-08-31, 2, 2023-08-31, true",
        "2021-09-01, 2, 2023-08-31, false",
        "2020-02-29, 2, 2022-02-28, true", // 29 February becomes 28
        "2020-02-29, 2, 2022-02-27, false",
        "2020-02-29, 4, 2024-02-29, true",
        "2020-02-29, 4, 2024-02-28, false",
        "2021-02-28, 3, 2024-02-28, true",
        "2023-08-31, 0, 2023-08-31, true", // no years asked: from the first day on
        "2023-09-01, 0, 2023-08-31, false",
    })
    void isExperiencedFromTheAnniversaryOn(LocalDate since, int years, LocalDate day, boolean experienced) {
        var worker =
                new Worker("W1", Certificate.NONE, new Employment(LocalDate.parse("2020-01-01"), null, null), since);

        assertThat(worker.isExperiencedOn(day, years)).isEqualTo(experienced);
    }
}
