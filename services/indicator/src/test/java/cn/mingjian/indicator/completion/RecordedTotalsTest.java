package cn.mingjian.indicator.completion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.indicator.catalogue.Counting;
import cn.mingjian.indicator.catalogue.Measure;
import cn.mingjian.indicator.completion.RecordedTotals.Total;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedTotalsTest {
    private static final YearMonth MAY = YearMonth.of(2024, 5);
    private static final YearMonth JUNE = YearMonth.of(2024, 6);

    private final RecordedTotals totals = new RecordedTotals(List.of(
            new Total("group-session", "A1", MAY, 3, 30),
            new Total("group-session", "A2", MAY, 2, 0),
            new Total("group-session", "", JUNE, 1, 7),
            new Total("group-session", "A9", JUNE, 1, 1),
            new Total("group", "A1", MAY, 100, 1000)));

    @ParameterizedTest(name = "{0} in area {1}: {2}")
    @CsvSource({
        "COUNT, , 7",
        "COUNT, A1, 3",
        "COUNT, A2, 2",
        "COUNT, A3, 0",
        "ATTENDANCE, , 38",
        "ATTENDANCE, A1, 30",
        "ATTENDANCE, A2, 0",
    })
    void theStationCountsEveryRecordAndAnAreaItsOwn(Counting counting, String area, long figure) {
        assertThat(totals.of(new Measure.Volume("group-session", counting), area))
                .isEqualTo(figure);
    }

    @Test
    void aMonthCountsTheWholeStation() {
        assertThat(totals.in(new Measure.Volume("group-session", Counting.COUNT), JUNE))
                .isEqualTo(2);
    }

    @Test
    void aTypeWithoutRecordsIsNothingRecordedAndNotUnknown() {
        assertThat(totals.of(new Measure.Volume("symposium", Counting.COUNT), null))
                .isZero();
    }
}
