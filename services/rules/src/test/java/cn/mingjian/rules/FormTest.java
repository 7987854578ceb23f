package cn.mingjian.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.rules.form.Form;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("FIGURE", Form.FIGURE),
            Map.entry("POSITIVE", Form.POSITIVE),
            Map.entry("SCORE", Form.SCORE),
            Map.entry("WHOLE", Form.WHOLE),
            Map.entry("FLAG", Form.FLAG),
            Map.entry("DATE", Form.DATE),
            Map.entry("MONTH", Form.MONTH),
            Map.entry("INSTANT", Form.INSTANT),
            Map.entry("CODE", Form.CODE),
            Map.entry("PLACE", Form.PLACE),
            Map.entry("WORKER", Form.WORKER),
            Map.entry("EVALUATOR", Form.EVALUATOR),
            Map.entry("WORD", Form.WORD),
            Map.entry("BARRED", Form.BARRED),
            Map.entry("RATING", Form.between(1, 5)));

    @ParameterizedTest(name = "{0} takes {1}")
    @CsvSource({
        "FIGURE, 0",
        "FIGURE, 00.50",
        "FIGURE, 999999999999999999.999999999999999999",
        "POSITIVE, 0.01",
        "SCORE, NA",
        "SCORE, 0.50",
        "WHOLE, 007",
        "FLAG, true",
        "DATE, 2024-02-29",
        "MONTH, 2024-12",
        "INSTANT, 2024-05-31T16:00:00+08:00",
        "INSTANT, 2024-05-31T16:00Z",
        "CODE, dagang-2023",
        "PLACE, nansha",
        "WORKER, W01",
        "EVALUATOR, 评委.1",
        "WORD, IN_KIND",
        "BARRED, 甲|乙",
        "RATING, 5",
    })
    void takes(String form, String value) {
        assertThat(Objects.requireNonNull(FORMS.get(form)).fault(value)).isEmpty();
    }

    @ParameterizedTest(name = "{0} refuses {1}")
    @CsvSource({
        "FIGURE, -0",
        "FIGURE, +5",
        "FIGURE, .5",
        "FIGURE, 5.",
        "FIGURE, 1e3",
        "FIGURE, 0x1F",
        "FIGURE, '1,000'",
        "FIGURE, 1_000",
        "FIGURE, NaN",
        "FIGURE, ００",
        "FIGURE, ' 5'",
        "FIGURE, 1000000000000000000",
        "POSITIVE, 0.00",
        "SCORE, na",
        "SCORE, -1",
        "WHOLE, 1.0",
        "WHOLE, 1000000000",
        "FLAG, True",
        "FLAG, yes",
        "DATE, 2023-02-29",
        "DATE, 2024-6-1",
        "DATE, +12024-06-01",
        "DATE, 0001-01-01",
        "DATE, 9999-12-31",
        "DATE, 2024-06-01T00:00",
        "MONTH, 2024-13",
        "MONTH, 2024-05-01",
        "INSTANT, 2024-05-31T24:00:00+08:00",
        "INSTANT, 2024-05-31T16:00:00",
        "CODE, Nansha",
        "CODE, a/b",
        "PLACE, operator",
        "WORKER, 张三",
        "EVALUATOR, a/b",
        "EVALUATOR, ..",
        "WORD, cash",
        "BARRED, 甲||乙",
        "BARRED, 甲|",
        "RATING, 6",
        "RATING, 4.5",
    })
    void refuses(String form, String value) {
        assertThat(Objects.requireNonNull(FORMS.get(form)).fault(value)).isPresent();
    }

    @Test
    void wordsAreOfLimitedLengthAndVisible() {
        assertThat(Form.TEXT.fault("两\n行\t字" + "字".repeat(1995))).isEmpty();
        assertThat(Form.TEXT.fault("字".repeat(2001))).isPresent();
        assertThat(Form.TEXT.fault("\u0000")).isPresent();
        assertThat(Form.TEXT.fault("\r")).isPresent();
        assertThat(Form.TEXT.fault("\ud800")).isPresent();
        assertThat(Form.TEXT.fault("\ufffe")).isPresent();
        assertThat(Form.TEXT.fault("\uffff")).isPresent();
        assertThat(Form.TEXT.fault("\ufdd0")).isPresent();
        assertThat(Form.TEXT.fault("\udbff\udfff")).isPresent();
        assertThat(Form.TEXT.fault("\ufffd\udbff\udffd")).isEmpty();
        assertThat(Form.TEXT.fault("\u200b\u2060\u00a0\u3000")).isPresent();
        assertThat(Form.TEXT.fault("家\u200d园")).isEmpty();
        assertThat(Form.TEXT.fault("回执\u202efdp.exe")).isPresent();
        assertThat(Form.TEXT.fault("回执\u2067fdp.exe")).isPresent();
        assertThat(Form.KEY.fault("a\nb")).isPresent();
        assertThat(Form.CODE.fault("x".repeat(65))).isPresent();
    }
}
