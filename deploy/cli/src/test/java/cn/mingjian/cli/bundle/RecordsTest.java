package cn.mingjian.cli.bundle;

import static cn.mingjian.cli.bundle.FaultCase.fine;
import static cn.mingjian.cli.bundle.FaultCase.wrong;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with service records. */
class RecordsTest {

    static Stream<FaultCase> cases() {
        String record =
                "{\"id\":\"R1\",\"version\":1,\"station\":\"dagang\",\"type\":\"new-kind\",\"occurredOn\":\"2023-10-11\",\"status\":\"APPROVED\",\"submittedAt\":\"2023-10-11T16:00:00+08:00\"}";
        String file = "service-records.ndjson";
        return Stream.of(
                fine("a type that nobody counts, twice with equal content", d -> d.append(file, record)
                        .append(
                                file,
                                record.replace("\"id\":\"R1\",", "").replace("}", ",\"id\":\"R1\",\"area\":null}"))),
                wrong(
                        "the same version with other content",
                        d -> d.append(file, record).append(file, record.replace("10-11\"", "10-12\"")),
                        file + ":22: id: “R1”第 1 版与第 21 行编号、版本相同而内容不同"),
                wrong(
                        "broken JSON",
                        d -> d.append(file, "{\"id\":").append(file, "[]"),
                        file + ":21: json: 不是有效的 JSON 对象，或有重复的键",
                        file + ":22: json: 不是有效的 JSON 对象，或有重复的键"),
                wrong(
                        "another station, an unknown area, a negative attendance",
                        d -> d.append(
                                file,
                                record.replace("dagang", "lanhe").replace("}", ",\"area\":\"A9\",\"attendance\":-1}")),
                        file + ":21: station: 这是其他社工站“lanhe”的记录",
                        file + ":21: attendance: 应为 0 至 1000000000 之间的整数",
                        file + ":21: area: 没有这个片区：“A9”"),
                wrong(
                        "missing and misshapen members",
                        d -> d.append(
                                file,
                                record.replace("\"id\":\"R1\",", "")
                                        .replace("APPROVED", "DONE")
                                        .replace("+08:00", "")
                                        .replace(":1,", ":\"1\",")
                                        .replace("10-11\"", "13-11\"")),
                        file + ":21: id: 缺少这一项",
                        file + ":21: version: 应为 1 至 2147483647 之间的整数",
                        file + ":21: occurredOn: “2023-13-11”应为存在的日期（如 2024-05-31）",
                        file + ":21: status: “DONE”不在可选值之内（APPROVED、RETURNED、SUBMITTED）",
                        file + ":21: submittedAt: “2023-10-11T16:00:00”应为带时区的时刻（如 2024-05-31T16:00:00+08:00）"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printExactlyWhatIsWrong(FaultCase tried) {
        tried.check();
    }
}
