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
                Arguments.of("id", null),
                Arguments.of("id", " "),
                Arguments.of("id", 7),
                Arguments.of("id", "a\u0000"),
                Arguments.of("id", "a\uD800"),
                Arguments.of("version", null),
                Arguments.of("version", 0),
                Arguments.of("version", "1"),
                Arguments.of("version", 1.0),
                Arguments.of("version", 3_000_000_000L),
                Arguments.of("version", BigInteger.TEN.pow(30)),
                Arguments.of("station", "lanhe"),
                Arguments.of("type", null),
                Arguments.of("occurredOn", "2023-02-29"),
                Arguments.of("occurredOn", "20240229"),
                Arguments.of("occurredOn", "0000-01-01"),
                Arguments.of("status", "approved"),
                Arguments.of("submittedAt", "2024-03-01T16:00:00"),
                Arguments.of("reviewedAt", "昨天"),
                Arguments.of("area", ""),
                Arguments.of("community", 5),
                Arguments.of("attendance", -1),
                Arguments.of("attendance", 2.5));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("unreadable")
    void namesTheFieldThatIsWrong(String field, @Nullable Object value) {
        assertThat(form.read(with(field, value)))
                .isInstanceOfSatisfying(RecordLine.Quarantined.class, line -> assertThat(line.reason())
                        .startsWith(field + "："));
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
