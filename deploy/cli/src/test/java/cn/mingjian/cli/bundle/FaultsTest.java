package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One case a rule: what is changed in the Dagang bundle, and exactly what is printed. */
class FaultsTest {

    record Case(String rule, UnaryOperator<Draft> change, List<String> printed) {
        @Override
        public String toString() {
            return rule;
        }
    }

    private static Case wrong(String rule, UnaryOperator<Draft> change, String... printed) {
        return new Case(rule, change, List.of(printed));
    }

    private static Case fine(String rule, UnaryOperator<Draft> change) {
        return new Case(rule, change, List.of());
    }

    static Stream<Case> files() {
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
                        "training.csv:7: csv: 引号没有闭合"),
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

    static Stream<Case> yaml() {
        return Stream.of(
                wrong(
                        "a missing key at its parent's line",
                        d -> d.replace("evaluation.yaml", "    to: '2024-05-31'\n", "")
                                .replace(
                                        "evaluation.yaml",
                                        "publish: PARTIES\nvetoes: []\nstaffing:\n  experiencedYears: 2\n",
                                        "staffing:\n"),
                        "evaluation.yaml:30: evaluation.evidence.to: 缺少这一项",
                        "evaluation.yaml:62: staffing.experiencedYears: 缺少这一项"),
                wrong(
                        "a missing key of the file",
                        d -> d.replace("evaluation.yaml", "records:\n  reviewWithinDays: 14\n", ""),
                        "evaluation.yaml:1: records: 缺少这一项"),
                wrong(
                        "a missing key in a list",
                        d -> d.replace("evaluation.yaml", "  weight: '20'\n", ""),
                        "evaluation.yaml:45: parties[2].weight: 缺少这一项"),
                wrong(
                        "a repeated key",
                        d -> d.replace("evaluation.yaml", "  town: 大岗镇\n", "  town: 大岗镇\n  code: dagang\n"),
                        "evaluation.yaml:9: station.code: 与第 6 行重复"),
                wrong(
                        "no YAML",
                        d -> d.replace("claims.yaml", "- source: 到岗情况统计表", "- source: [到岗情况统计表"),
                        "claims.yaml:10: yaml: 不是有效的 YAML"),
                wrong(
                        "a list where one value belongs",
                        d -> d.replace("evaluation.yaml", "  sites: 31", "  sites: [31]"),
                        "evaluation.yaml:10: station.sites: 应为单个值"),
                wrong(
                        "one value where keys belong",
                        d -> d.replace("evaluation.yaml", "records:\n  reviewWithinDays: 14", "records: 14"),
                        "evaluation.yaml:69: records: 应为一组键和值"),
                wrong(
                        "an empty value",
                        d -> d.replace("evaluation.yaml", "  operator: 广州市南沙区百民社会工作服务中心", "  operator:"),
                        "evaluation.yaml:25: agreement.operator: 不能为空"),
                wrong(
                        "another format",
                        d -> d.replace("evaluation.yaml", "bundle/v1", "bundle/v2"),
                        "evaluation.yaml:1: format: “mingjian/evaluation-bundle/v2”不在可选值之内（mingjian/evaluation-bundle/v1）"),
                wrong(
                        "a code that no address can hold",
                        d -> d.replace("evaluation.yaml", "code: nansha", "code: Nansha/1"),
                        "evaluation.yaml:3: district.code: “Nansha/1”只能由小写字母、数字和连字符组成，最多 64 个字符"),
                wrong(
                        "weights that do not add up",
                        d -> d.replace("evaluation.yaml", "weight: '55'", "weight: 54.5"),
                        "evaluation.yaml:36: parties: 各方权重合计应为 100，现为 99.5"),
                wrong(
                        "a party twice",
                        d -> d.replace("evaluation.yaml", "- party: SUPERVISOR\n", "- party: PURCHASER\n"),
                        "evaluation.yaml:49: parties[3].party: “PURCHASER”与第 45 行重复"),
                wrong(
                        "three parties",
                        d -> d.replace(
                                "evaluation.yaml",
                                "- party: SUPERVISOR\n  organisation: 广州市南沙区民政局\n  weight: '10'\n  aggregation: MEAN\n",
                                ""),
                        "evaluation.yaml:36: parties: 缺少监督方"),
                wrong(
                        "no grade from zero",
                        d -> d.replace("evaluation.yaml", "  from: '0'", "  from: '1'"),
                        "evaluation.yaml:53: grades: 应有一个等级从 0 分开始"),
                wrong(
                        "from after to",
                        d -> d.replace("evaluation.yaml", "  to: '2025-07-31'", "  to: '2023-07-31'"),
                        "evaluation.yaml:18: agreement.from: 开始日期 2023-08-01 晚于结束日期 2023-07-31"),
                wrong(
                        "a window that begins and ends inside months",
                        d -> d.replace(
                                "evaluation.yaml",
                                "    from: '2023-08-01'\n    to: '2024-05-31'",
                                "    from: '2023-08-02'\n    to: '2024-05-30'"),
                        "evaluation.yaml:31: evaluation.evidence.from: 2023-08-02 不是某月第一天，数据期按整月计",
                        "evaluation.yaml:32: evaluation.evidence.to: 2024-05-30 不是某月最后一天，数据期按整月计"),
                wrong(
                        "a day that does not exist",
                        d -> d.replace("evaluation.yaml", "onSite: '2024-06-27'", "onSite: '2024-06-31'"),
                        "evaluation.yaml:33: evaluation.onSite: “2024-06-31”应为存在的日期（如 2024-05-31）"),
                wrong(
                        "an exponent",
                        d -> d.replace("evaluation.yaml", "annualFee: '6630000.00'", "annualFee: 6.63e6"),
                        "evaluation.yaml:23: agreement.annualFee: “6.63e6”应为不带符号、指数和分隔符的数，小数点前后各不超过十八位"),
                wrong(
                        "a party without its part of the rubric",
                        d -> d.replace("rubric.yaml", "  SUPERVISOR:\n", "  AUDITOR:\n"),
                        "rubric.yaml:3: parties.SUPERVISOR: 缺少这一项",
                        "rubric.yaml:131: parties.AUDITOR: 没有这一评估方"),
                wrong(
                        "an item without its maximum",
                        d -> d.replace(
                                "rubric.yaml",
                                "      max: '4'\n      basis: staffing:certified-rate\n",
                                "      basis: staffing:certified-rate\n"),
                        "rubric.yaml:12: parties.THIRD_PARTY[0].items[1].max: 缺少这一项"),
                wrong(
                        "an item without its code, and nothing that follows from it",
                        d -> d.replace("rubric.yaml", "    - code: SV3.2\n      name: 安全管理\n", "    - name: 安全管理\n"),
                        "rubric.yaml:156: parties.SUPERVISOR[2].items[1].code: 缺少这一项"),
                wrong(
                        "an item twice",
                        d -> d.replace(
                                "rubric.yaml",
                                "  SUPERVISOR:\n  - code: SV1\n",
                                "  SUPERVISOR:\n  - code: SV1\n    categories:\n    - code: SV1\n      name: 同码\n      items:\n      - code: TP1.1\n        name: 同码\n        max: '1'\n"),
                        "rubric.yaml:134: parties.SUPERVISOR[0].categories[0].code: “SV1”与第 132 行重复",
                        "rubric.yaml:137: parties.SUPERVISOR[0].categories[0].items[0].code: “TP1.1”与第 8 行重复"),
                wrong(
                        "an unknown basis",
                        d -> d.replace("rubric.yaml", "indicator:cases", "indicator:casess")
                                .replace("rubric.yaml", "staffing:retention", "staffing:pay"),
                        "rubric.yaml:11: parties.THIRD_PARTY[0].items[0].basis: 没有这种依据：“staffing:pay”",
                        "rubric.yaml:35: parties.THIRD_PARTY[1].items[1].basis: 没有这个指标：“casess”"),
                wrong(
                        "an unknown subject",
                        d -> d.replace("claims.yaml", "subject: indicators:exceeded", "subject: indicators:missed")
                                .replace(
                                        "claims.yaml",
                                        "subject: indicator:referrals:rate",
                                        "subject: indicator:referral:rate"),
                        "claims.yaml:29: [9].subject: 没有这种数据：“indicators:missed”",
                        "claims.yaml:32: [10].subject: 没有这个指标：“referral”"),
                wrong(
                        "an unknown chapter and area",
                        d -> d.replace(
                                        "findings.yaml",
                                        "- chapter: SUPERVISORY_CENTER\n  kind: COMMENDATION",
                                        "- chapter: STAFF\n  kind: COMMENDATION")
                                .replace(
                                        "findings.yaml",
                                        "  title: 中期意见得到回应\n  text: 两个片区补做了需求调研，下半年的服务安排随之调整。\n  areas:\n  - A1",
                                        "  title: 中期意见得到回应\n  text: 两个片区补做了需求调研，下半年的服务安排随之调整。\n  areas:\n  - A7"),
                        "findings.yaml:22: [4].areas[0]: 没有这个片区：“A7”",
                        "findings.yaml:75: [14].chapter: “STAFF”不在可选值之内（PROJECT_MANAGEMENT、PURCHASER、SERVICE_DELIVERY、SERVICE_MONITORING、SERVICE_OUTCOMES、SUPERVISOR、SUPERVISORY_CENTER）"),
                wrong(
                        "an objection without its answer",
                        d -> d.replace(
                                "feedback.yaml",
                                "- from: OPERATOR\n  'on': '2024-07-05'\n  outcome: NO_OBJECTION",
                                "- from: OPERATOR\n  'on': '2024-07-05'\n  outcome: OBJECTION"),
                        "feedback.yaml:6: draft[0].answer: 缺少这一项",
                        "feedback.yaml:6: draft[0].reason: 缺少这一项"),
                wrong(
                        "an objection that is upheld",
                        d -> d.replace(
                                "feedback.yaml",
                                "- from: OPERATOR\n  'on': '2024-07-05'\n  outcome: NO_OBJECTION",
                                "- from: OPERATOR\n  'on': '2024-07-05'\n  outcome: OBJECTION\n  answer: UPHELD\n  reason: 理由"),
                        "feedback.yaml:9: draft[0].answer: “UPHELD”不在可选值之内（REFUSED）"));
    }

    static Stream<Case> tables() {
        return Stream.of(
                wrong("a repeated area", d -> d.append("areas.csv", "A1,又一片区,1,某村"), "areas.csv:8: code: “A1”与第 2 行重复"),
                wrong(
                        "a repeated target",
                        d -> d.append("targets.csv", "home-visits,,9300"),
                        "targets.csv:109: indicator: “home-visits”与第 2 行重复"),
                wrong(
                        "a repeated declared figure",
                        d -> d.append("declared.csv", "home-visits,A1,1463"),
                        "declared.csv:96: indicator: “home-visits A1”与第 2 行重复"),
                wrong(
                        "unknown indicator and area",
                        d -> d.append("targets.csv", "visits,A9,5").append("declared.csv", "visits,A9,5"),
                        "declared.csv:96: area: 没有这个片区：“A9”",
                        "declared.csv:96: indicator: 没有这个指标：“visits”",
                        "targets.csv:109: area: 没有这个片区：“A9”",
                        "targets.csv:109: indicator: 没有这个指标：“visits”"),
                wrong(
                        "an area without its code, and nothing that follows from it",
                        d -> d.replace("areas.csv", "A3,第三片区", ",第三片区"),
                        "areas.csv:4: code: 不能为空"),
                wrong(
                        "an allocation of a station's indicator",
                        d -> d.append("targets.csv", "volunteers,A1,5"),
                        "targets.csv:109: area: 全站指标“volunteers”不分解到片区"),
                wrong(
                        "a declared rate",
                        d -> d.append("declared.csv", "case-closure-rate,,5"),
                        "declared.csv:96: indicator: 比率指标“case-closure-rate”由平台计算，不申报"),
                wrong(
                        "a rate of a rate",
                        d -> d.append("indicators.csv", "r,比率,%,AREA,RATE,case-closure-rate,cases"),
                        "indicators.csv:27: source: 比率指标不能再由比率指标“case-closure-rate”算出"),
                wrong(
                        "a rate of something unknown",
                        d -> d.append("indicators.csv", "r,比率,%,AREA,RATE,cases,case"),
                        "indicators.csv:27: measure: 没有这个指标：“case”"),
                wrong(
                        "an unknown measure",
                        d -> d.append("indicators.csv", "r,数,个,AREA,VOLUME,cases,SUM"),
                        "indicators.csv:27: measure: “SUM”不在可选值之内（ATTENDANCE、COUNT）"),
                wrong(
                        "left before joined",
                        d -> d.replace("roster.csv", ",2023-08-10,HANDOVER", ",2023-07-31,HANDOVER"),
                        "roster.csv:42: left: 离职日期 2023-07-31 早于入职日期 2023-08-01"),
                wrong(
                        "a worker of an unknown area",
                        d -> d.replace("roster.csv", "W10,片区社工,A1", "W10,片区社工,A0"),
                        "roster.csv:11: area: 没有这个片区：“A0”"),
                wrong(
                        "attendance of nobody, outside the window, twice",
                        d -> d.append("attendance.csv", "W99,2023-08,true,true,true")
                                .append("attendance.csv", "W01,2024-06,true,true,true")
                                .append("attendance.csv", "W01,2024-05,true,true,TRUE"),
                        "attendance.csv:518: worker: 没有这个人员：“W99”",
                        "attendance.csv:519: month: 2024-06 不在评估数据期内",
                        "attendance.csv:520: paid: “TRUE”应为 true 或 false",
                        "attendance.csv:520: worker: “W01 2024-05”与第 11 行重复"),
                wrong(
                        "a score that is too high, off the step, twice, of another party, of nobody",
                        d -> d.append("scores.csv", "tp-1,SC1.1,5,")
                                .append("scores.csv", "tp-1,TP1.1,5,")
                                .append("scores.csv", "tp-9,TP1.1,5,")
                                .replace("scores.csv", "tp-1,TP1.2,3,", "tp-1,TP1.2,4.5,")
                                .replace("scores.csv", "tp-1,TP1.3,4.5,", "tp-1,TP1.3,4.25,"),
                        "scores.csv:3: score: 超过该项满分 4",
                        "scores.csv:4: score: 应为 0.5 的整数倍",
                        "scores.csv:141: item: 这一评分项不属于该评委的一方",
                        "scores.csv:142: evaluator: “tp-1 TP1.1”与第 2 行重复",
                        "scores.csv:143: evaluator: 没有这个评委：“tp-9”"),
                wrong(
                        "an item that an evaluator left out",
                        d -> d.replace("scores.csv", "tp-1,TP1.1,5,\n", "")
                                .replace("scores.csv", "tp-1,TP1.2,3,\n", ""),
                        "panel.csv:2: evaluator: “tp-1”缺少评分项“TP1.1”的评分",
                        "panel.csv:2: evaluator: “tp-1”缺少评分项“TP1.2”的评分"),
                wrong(
                        "a score of a recused evaluator, NA included",
                        d -> d.append("scores.csv", "tp-6,TP1.1,5,").append("scores.csv", "tp-6,TP1.2,NA,"),
                        "scores.csv:141: evaluator: 已回避的评委不能评分",
                        "scores.csv:142: evaluator: 已回避的评委不能评分"),
                wrong(
                        "a lead without a pledge",
                        d -> d.write("scores.csv", d.text("scores.csv").replaceAll("(?m)^sv-1,.*\n", ""))
                                .replace(
                                        "panel.csv",
                                        "sv-1,SUPERVISOR,业务科室一,LEAD,2024-06-21",
                                        "sv-1,SUPERVISOR,业务科室一,LEAD,"),
                        "panel.csv:14: role: 监督方应有且只有一位未回避、已签承诺书的组长，现为 0 位"),
                wrong(
                        "two leads",
                        d -> d.replace("panel.csv", "pu-4,PURCHASER,村居代表二,MEMBER", "pu-4,PURCHASER,村居代表二,LEAD"),
                        "panel.csv:10: role: 购买方应有且只有一位未回避、已签承诺书的组长，现为 2 位"),
                wrong(
                        "a party without any score",
                        d -> d.write(
                                "scores.csv", d.text("scores.csv").replaceAll("(?m)^(sc-.,[^,]*),[^,]*,", "$1,NA,")),
                        "panel.csv:8: party: 督导中心没有任何有效评分"),
                wrong(
                        "a recusal without its reason",
                        d -> d.replace("panel.csv", "true,曾任承接机构顾问", "true,"),
                        "panel.csv:7: recusalReason: 已回避的评委要写明回避理由"),
                wrong(
                        "resources of an unknown area",
                        d -> d.replace("resources.csv", "3600.00,A1,", "3600.00,A8,"),
                        "resources.csv:3: area: 没有这个片区：“A8”"));
    }

    static Stream<Case> records() {
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
                        file + ":21: json: 不是有效的 JSON 对象",
                        file + ":22: json: 不是有效的 JSON 对象"),
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
    @MethodSource({"files", "yaml", "tables", "records"})
    void printsExactlyWhatIsWrong(Case tried) {
        try (Draft draft = Draft.ofDagang()) {
            List<String> printed = tried.change().apply(draft).faults();

            assertThat(printed).containsExactlyElementsOf(tried.printed());
        }
    }
}
