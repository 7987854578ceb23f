package cn.mingjian.cli.bundle;

import static cn.mingjian.cli.bundle.FaultCase.fine;
import static cn.mingjian.cli.bundle.FaultCase.wrong;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are missing, unreadable or no tables. */
class FilesTest {

    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static String attached(String digest) {
        return "{\"attachments\":[{\"digest\":\"%s\",\"name\":\"凭证.pdf\",\"mediaType\":\"application/pdf\",\"party\":null}]}"
                .formatted(digest);
    }

    static Stream<FaultCase> cases() {
        return Stream.of(
                fine("the example is correct", d -> d),
                wrong(
                        "a missing file",
                        d -> d.delete("scores.csv").delete("roster.csv"),
                        "roster.csv:1: file: 缺少这个文件",
                        "scores.csv:1: file: 缺少这个文件"),
                wrong(
                        "a file in another encoding",
                        d -> d.write(
                                "areas.csv",
                                "code,name,workers,communities\nA1,\u00d0,1,x\n"
                                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)),
                        "areas.csv:2: file: 不是 UTF-8 编码，请另存为 UTF-8"),
                fine("optional files may be absent", d -> d.delete("claims.yaml")
                        .delete("findings.yaml")
                        .delete("feedback.yaml")
                        .delete("remediation.yaml")
                        .delete("training.csv")
                        .delete("resources.csv")
                        .delete("satisfaction.csv")
                        .delete("service-records.ndjson")),
                fine("byte order mark and CRLF", d -> d.write(
                                "roster.csv", "\uFEFF" + d.text("roster.csv").replace("\n", "\r\n"))
                        .write(
                                "evaluation.yaml",
                                "\uFEFF" + d.text("evaluation.yaml").replace("\n", "\r\n"))
                        .write(
                                "service-records.ndjson",
                                "\uFEFF" + d.text("service-records.ndjson").replace("\n", "\r\n"))),
                fine("files that an archive holds", d -> d.write("attachments.json", attached(EMPTY))
                        .write("attachments/" + EMPTY, "")),
                wrong(
                        "a file of an archive that is another one",
                        d -> d.write("attachments.json", attached(EMPTY)).write("attachments/" + EMPTY, "改"),
                        "attachments/" + EMPTY + ":1: file: 内容与文件名（内容的 SHA-256）不符"),
                wrong(
                        "a file of an archive that is missing",
                        d -> d.write("attachments.json", attached(EMPTY)),
                        "attachments/" + EMPTY + ":1: file: 缺少这个文件"),
                wrong(
                        "an archive's list that leads elsewhere",
                        d -> d.write("attachments.json", attached("../evaluation.yaml")),
                        "attachments.json:1: digest: 应为 64 个小写十六进制字符：../evaluation.yaml"),
                wrong(
                        "a missing column, and nothing that follows from it",
                        d -> d.replace("areas.csv", "code,name", "cod,name"),
                        "areas.csv:1: code: 缺少这一列"),
                wrong(
                        "lines are counted through quoted values of several lines",
                        d -> d.replace("roster.csv", "W03,副主任,,INTERMEDIATE", "W03,\"副\r\n主\n任\",,INTERMEDIATE")
                                .replace("roster.csv", "W04,领域主管,,ASSISTANT", "W04,领域主管,,BEGINNER"),
                        "roster.csv:7: certificate: “BEGINNER”不在可选值之内（ASSISTANT、INTERMEDIATE、NONE、SENIOR）"),
                wrong(
                        "a quote that is not closed",
                        d -> d.replace("training.csv", ",伦理与保密,", ",\"伦理与保密,"),
                        "training.csv:7: csv: 引号没有闭合，或闭合后还有文字（值中的引号要写两个）"),
                wrong(
                        "a quote that closes in another line, and nothing that follows from it",
                        d -> d.replace("roster.csv", "W05,", "\"W05,")
                                .append("roster.csv", "W60,社工,A1,NONE,2024-01-01,,,,2020-01-01,\"a,b\"")
                                .append("roster.csv", "W61,社工,A1,NONEE,2024-01-01,,,,2020-01-01,"),
                        "roster.csv:6: csv: 引号没有闭合，或闭合后还有文字（值中的引号要写两个）",
                        "roster.csv:59: certificate: “NONEE”不在可选值之内（ASSISTANT、INTERMEDIATE、NONE、SENIOR）"),
                wrong(
                        "a file without a line, and nothing that follows from it",
                        d -> d.write("panel.csv", ""),
                        "panel.csv:1: evaluator: 缺少这一列",
                        "panel.csv:1: party: 缺少这一列",
                        "panel.csv:1: label: 缺少这一列",
                        "panel.csv:1: role: 缺少这一列",
                        "panel.csv:1: pledgedOn: 缺少这一列",
                        "panel.csv:1: recused: 缺少这一列",
                        "panel.csv:1: recusalReason: 缺少这一列"),
                wrong(
                        "a file that is too large",
                        d -> d.write("claims.yaml", "#".repeat((8 << 20) + 1)),
                        "claims.yaml:1: file: 这个文件超过 8 MiB"),
                wrong(
                        "a comma without quotes",
                        d -> d.replace("training.csv", "伦理与保密,3,50", "伦理,保密,3,50"),
                        "training.csv:7: hours: “保密”应为不带符号、指数和分隔符的数，小数点前后各不超过十八位",
                        "training.csv:7: attendees: 这一行比表头多出一列“50”（含逗号的值要加引号）"),
                wrong(
                        "every fault in one run, sorted by file and line",
                        d -> d.replace("targets.csv", "referrals,,68", "referrals,,many")
                                .replace("roster.csv", "W02,服务主任", ",服务主任")
                                .replace("evaluation.yaml", "sites: 31", "sites: -31")
                                .replace("areas.csv", "A2,第二片区,8", "A2,,eight"),
                        "areas.csv:3: name: 不能为空",
                        "areas.csv:3: workers: “eight”应为不超过九位的整数",
                        "evaluation.yaml:10: station.sites: “-31”应为不超过九位的整数",
                        "roster.csv:3: worker: 不能为空",
                        "targets.csv:9: agreed: “many”应为不带符号、指数和分隔符的数，小数点前后各不超过十八位"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printExactlyWhatIsWrong(FaultCase tried) {
        tried.check();
    }
}
