package cn.mingjian.district.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks for the next page: what the database could not read as a value is none of ours. */
class BoardOrderTest {

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "infinity", "0001-01-01"})
    void readsWhatItGave(String day) {
        String mark = BoardOrder.parse("reportDate", null).next(day, "r-1");

        assertThat(BoardOrder.parse("reportDate", mark).after()).isEqualTo(new BoardOrder.After(day, "r-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reportDate/r-1/2024-99-99",
                "reportDate/r-1/2023-02-29",
                "reportDate/r-1/0000-01-01",
                "reportDate/r-1/+12345-01-01",
                "reportDate/r-1/nan",
                "reportDate/r-1/",
                "reportDate/r-1",
                "reportDate/r\0/2024-02-29",
                "-reportDate/r-1/2024-02-29"
            })
    void refusesWhatItNeverGave(String text) {
        String mark = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> BoardOrder.parse("reportDate", mark)).isInstanceOf(ProblemException.class);
    }
}
