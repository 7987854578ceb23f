package cn.mingjian.integration.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.integration.record.RecordLine;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineParserTest {
    private final LineParser parser = new LineParser("dagang");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | 不是有效的 JSON 对象",
                "[] | 不是有效的 JSON 对象",
                "null | 应为一个 JSON 对象",
                "7 | 不是有效的 JSON 对象",
                "{} {} | 不是有效的 JSON 对象",
                "{\"id\":1,\"id\":1} | 不是有效的 JSON 对象",
                "{\"version\":NaN} | 不是有效的 JSON 对象",
                "{} | id：缺少这一项",
            })
    void whatIsNoRecordIsQuarantined(String line, String reason) {
        assertThat(parse(line.getBytes(StandardCharsets.UTF_8), true)).isEqualTo(new RecordLine.Quarantined(reason));
    }

    @Test
    void bytesThatAreNoTextAreQuarantined() {
        assertThat(parse(new byte[] {'{', (byte) 0xC3, '}'}, true))
                .isEqualTo(new RecordLine.Quarantined("不是 UTF-8 编码"));
    }

    @Test
    void aLineThatIsTooLongIsNotLookedAt() {
        assertThat(parse("{}".getBytes(StandardCharsets.UTF_8), false))
                .isEqualTo(new RecordLine.Quarantined("一行超过 64 KiB"));
    }

    private RecordLine parse(byte[] line, boolean whole) {
        return parser.parse(new LineReader.Line(1, line, whole));
    }
}
