package cn.mingjian.indicator.completion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.number.Figures;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacingTest {
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        // 80 % of k/5 of 100: 16, 32, 48, 64, 80
        "16 16 16 16 16, 100, ''",
        "15 17 16 16 16, 100, 1 LAGGING",
        "20 20 0 0 0, 100, '3 LAGGING, 4 LAGGING, 5 LAGGING'",
        "0 0 0 0 80, 100, '1 LAGGING, 2 LAGGING, 3 LAGGING, 4 LAGGING'",
        // five months are too few to be crowded, whatever falls into the last two
        "0 0 0 0 9, , ''",
        // six are enough; half is not more than half
        "1 1 1 1 2 3, , 6 CROWDED",
        "1 1 1 1 2 2, , ''",
        "0 0 0 0 0 0, , ''",
        "0 0 0 0 0 0, 0, ''",
        "0 0 0 0 0 1, 0, 6 CROWDED",
        // a third of a target that does not divide: 80 % of 1/3 of 10 is 2.666…
        "2 3 3, 10, '1 LAGGING, 2 LAGGING'",
        "3 3 2, 10, ''",
    })
    void marksMonthsThatStandOut(String volumes, String target, String marks) {
        var recorded = Arrays.stream(volumes.split(" ")).map(Long::valueOf).toList();
        var months = Stream.iterate(YearMonth.of(2024, 1), month -> month.plusMonths(1))
                .limit(recorded.size())
                .toList();

        var found = new Pacing(months, recorded, Optional.ofNullable(target).map(Figures::parse)).marks();

        assertThat(found.stream()
                        .map(mark -> mark.month().getMonthValue() + " " + mark.flag())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(marks);
    }
}
