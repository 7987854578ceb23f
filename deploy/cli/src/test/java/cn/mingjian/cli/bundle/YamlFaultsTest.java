package cn.mingjian.cli.bundle;

import static cn.mingjian.cli.bundle.FaultCase.wrong;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong in the YAML files. */
class YamlFaultsTest {

    static Stream<FaultCase> cases() {
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
                        "a quote that is left open, where it was opened",
                        d -> d.replace("evaluation.yaml", "onSite: '2024-06-27'", "onSite: '2024-06-27"),
                        "evaluation.yaml:33: yaml: 不是有效的 YAML"),
                wrong(
                        "a file without keys",
                        d -> d.write("evaluation.yaml", "text\n").write("rubric.yaml", "- code: x\n"),
                        "evaluation.yaml:1: yaml: 应为一组键和值",
                        "rubric.yaml:1: yaml: 应为一组键和值"),
                wrong(
                        "a party that has nothing regular to score",
                        d -> d.write(
                                "rubric.yaml",
                                d.text("rubric.yaml").replaceAll("(?m)(code: SV\\d\\.\\d)$", "$1\n      kind: BONUS")),
                        "rubric.yaml:131: parties.SUPERVISOR: 监督方没有常规评分项"),
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
                        "two grades from one score",
                        d -> d.replace("evaluation.yaml", "  from: '90'", "  from: 0.0"),
                        "evaluation.yaml:61: grades[3].from: 与第 55 行的等级从同一分数开始"),
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

    @ParameterizedTest
    @MethodSource("cases")
    void printExactlyWhatIsWrong(FaultCase tried) {
        tried.check();
    }
}
