package cn.mingjian.integration.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordFormTest {
    private final RecordForm form = new RecordForm("dagang");

    @Test
    void aRecordNeedsNoMoreThanItsSevenFields() {
        assertThat(form.read(valid()))
                .isEqualTo(new RecordLine.Accepted(new ServiceRecord(
                        "GZ-1",
                        1,
                        "dagang",
                        "home-visit",
                        LocalDate.parse("2024-02-29"),
                        ServiceRecord.Status.APPROVED,
                        OffsetDateTime.parse("2024-03-01T16:00:00+08:00"),
                        null,
                        null,
                        null,
                        null)));
    }

    @Test
    void fieldsBeyondTheFormGoNoFurther() {
        assertThat(form.read(with("residentName", "某人"))).isEqualTo(form.read(valid()));
    }

    @Test
    void anAttendanceOfNobodyIsANumber() {
        assertThat(((RecordLine.Accepted) form.read(with("attendance", 0)))
                        .record()
                        .attendance())
                .isZero();
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("id", null, "id：缺少"),
                Arguments.of("id", " ", "id：应为 1 至 200 个字"),
                Arguments.of("id", 7, "id：应为文字"),
                Arguments.of("id", "a\u0000", "id：含有不可用的字符"),
                Arguments.of("id", "a\uD800", "id：含有不可用的字符"),
                Arguments.of("version", null, "version：缺少"),
                Arguments.of("version", 0, "version：应为不小于 1 的整数"),
                Arguments.of("version", "1", "version：应为不小于 1 的整数"),
                Arguments.of("version", 1.0, "version：应为不小于 1 的整数"),
                Arguments.of("version", 3_000_000_000L, "version：应为不小于 1 的整数"),
                Arguments.of("version", BigInteger.TEN.pow(30), "version：应为不小于 1 的整数"),
                Arguments.of("station", "lanhe", "station：这是其他社工站“lanhe”的记录"),
                Arguments.of("type", null, "type：缺少"),
                Arguments.of("occurredOn", "2023-02-29", "occurredOn：应为存在的日期，如 2024-05-31"),
                Arguments.of("occurredOn", "20240229", "occurredOn：应为存在的日期，如 2024-05-31"),
                Arguments.of("occurredOn", "0000-01-01", "occurredOn：年份超出范围"),
                Arguments.of("status", "approved", "status：应为 SUBMITTED、APPROVED、RETURNED 之一"),
                Arguments.of("submittedAt", "2024-03-01T16:00:00", "submittedAt：应为带时区的时间，如 2024-05-31T16:00:00+08:00"),
                Arguments.of("reviewedAt", "昨天", "reviewedAt：应为带时区的时间，如 2024-05-31T16:00:00+08:00"),
                Arguments.of("area", "", "area：应为 1 至 200 个字"),
                Arguments.of("community", 5, "community：应为文字"),
                Arguments.of("attendance", -1, "attendance：应为不小于 0 的整数"),
                Arguments.of("attendance", 2.5, "attendance：应为不小于 0 的整数"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("unreadable")
    void saysWhatIsWrongWithALine(String field, @Nullable Object value, String reason) {
        assertThat(form.read(with(field, value))).isEqualTo(new RecordLine.Quarantined(reason));
    }

    private static Map<String, @Nullable Object> with(String field, @Nullable Object value) {
        var fields = valid();
        fields.put(field, value);
        return fields;
    }

    private static Map<String, @Nullable Object> valid() {
        var fields = new HashMap<String, @Nullable Object>();
        fields.put("id", "GZ-1");
        fields.put("version", 1);
        fields.put("station", "dagang");
        fields.put("type", "home-visit");
        fields.put("occurredOn", "2024-02-29");
        fields.put("status", "APPROVED");
        fields.put("submittedAt", "2024-03-01T16:00:00+08:00");
        return fields;
    }
}
