package cn.mingjian.acceptance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    private static final Window MAY = new Window(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 31));

    @ParameterizedTest
    @CsvSource({
        "9564, 9300, 102.84, EXCEEDED",
        "2, 3, 66.67, NOT_MET",
        "29999, 30000, 100.00, NOT_MET",
        "30, 30, 100.00, MET",
        "1, 0, , EXCEEDED",
        "0, 0, , MET",
        "0, 5, 0.00, NOT_MET"
    })
    void ratesAndJudgesTheExactFigure(String completed, String agreed, @Nullable String rate, String status) {
        Optional<Ratio> done = Optional.of(Ratio.parse(completed));
        Optional<Ratio> target = Optional.of(Ratio.parse(agreed));

        assertThat(Indicators.percentage(done, target).map(exact -> exact.printed(2)))
                .isEqualTo(Optional.ofNullable(rate));
        assertThat(Indicators.status(done, target)).contains(status);
        assertThat(Indicators.status(done, Optional.empty())).isEmpty();
        assertThat(Indicators.percentage(Optional.empty(), target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "94, 94.16, true",
        "94.2, 94.16, true",
        "94.1, 94.16, false",
        "94.160, 94.16, true",
        "8.38, 8.375, true",
        "8.37, 8.375, false",
        "8.380, 8.375, false",
        "16.0, 16, true"
    })
    void checksAClaimAtItsOwnDecimals(String claim, String exact, boolean agrees) {
        assertThat(Discrepancies.agrees(claim, Ratio.parse(exact))).isEqualTo(agrees);
    }

    @Test
    void countsTheHighestVersionOfARecordInsideTheWindow() throws IOException {
        Records records = new Records(
                List.of(
                        line("a", 2, "2024-05-01", "APPROVED", "A1", 3),
                        line("a", 1, "2024-05-02", "APPROVED", "A2", 9),
                        line("b", 1, "2024-05-31", "APPROVED", null, null),
                        line("b", 1, "2024-05-31", "APPROVED", null, null),
                        line("c", 1, "2024-04-30", "APPROVED", "A1", 1),
                        line("d", 1, "2024-05-03", "APPROVED", "A1", 1),
                        line("d", 2, "2024-05-03", "RETURNED", "A1", 1),
                        line("e", 1, "2024-05-04", "SUBMITTED", "A1", 1)),
                MAY);

        assertThat(records.total("visit", false, Optional.empty())).isEqualTo(Ratio.of(2));
        assertThat(records.total("visit", false, Optional.of("A1"))).isEqualTo(Ratio.of(1));
        assertThat(records.total("visit", true, Optional.empty())).isEqualTo(Ratio.of(3));
        assertThat(records.total("call", false, Optional.empty())).isEqualTo(Ratio.ZERO);
    }

    @Test
    void takesTheDayOfASubmissionInShanghai() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String instant : List.of(
                "2024-06-05T23:59:59+08:00", // 6 days before the on-site day: late
                "2024-06-06T00:00:00+08:00", // 5 days: in time
                "2024-06-05T15:59:59Z", // still the 5th in Shanghai: late
                "2024-06-05T16:00:00Z")) { // the 6th in Shanghai: in time
            JsonNode line = line("r" + lines.size(), 1, "2023-01-01", "SUBMITTED", "A1", null);
            ((ObjectNode) line).put("submittedAt", instant);
            lines.add(line);
        }

        assertThat(new Records(lines, MAY).backlog(LocalDate.of(2024, 6, 11), 5))
                .isEqualTo(2);
    }

    private static JsonNode line(
            String id, int version, String on, String status, @Nullable String area, @Nullable Integer attendance)
            throws IOException {
        var line = new ObjectMapper().createObjectNode();
        line.put("id", id).put("version", version).put("type", "visit").put("occurredOn", on);
        line.put("status", status).put("submittedAt", on + "T10:00:00+08:00");
        if (area != null) line.put("area", area);
        if (attendance != null) line.put("attendance", attendance);
        return line;
    }
}
