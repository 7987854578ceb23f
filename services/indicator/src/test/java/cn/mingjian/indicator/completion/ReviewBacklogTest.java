package cn.mingjian.indicator.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewBacklogTest {
    @ParameterizedTest(name = "submitted {0}, {1} days: {2}")
    @CsvSource({
        "2024-06-12T23:59:59+08:00, 14, true",
        "2024-06-13T00:00:00+08:00, 14, false", // exactly 14 days before the 27th
        "2024-06-12T15:59:59Z, 14, true", // 23:59:59 in Shanghai
        "2024-06-12T16:00:00Z, 14, false", // midnight of the 13th in Shanghai
        "2024-06-13T06:00:00+14:00, 14, false",
        "2024-06-13T05:00:00+14:00, 14, true", // 23:00 of the 12th in Shanghai
        "2024-06-26T10:00:00+08:00, 0, true",
        "2024-06-27T10:00:00+08:00, 0, false",
        "2024-07-01T10:00:00+08:00, 0, false",
    })
    void countsWhatWasSubmittedMoreThanTheAllowedDaysBeforeTheVisit(
            OffsetDateTime submittedAt, int reviewWithinDays, boolean counts) {
        var backlog = new ReviewBacklog(LocalDate.parse("2024-06-27"), reviewWithinDays);

        assertThat(backlog.counts(submittedAt)).isEqualTo(counts);
    }
}
