package cn.mingjian.cli.bundle;

import static cn.mingjian.cli.bundle.FaultCase.wrong;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong in the rows of tables. */
class TablesTest {

    static Stream<FaultCase> cases() {
        return Stream.of(
                wrong(
                        "a header that was cut off, and nothing that follows from it",
                        d -> d.replace("areas.csv", "code,name,workers,communities", "code,name"),
                        "areas.csv:1: workers: 缺少这一列",
                        "areas.csv:1: communities: 缺少这一列"),
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
                        "scores of an evaluator who has not pledged, NA included",
                        d -> d.replace(
                                        "panel.csv",
                                        "tp-2,THIRD_PARTY,评委乙,MEMBER,2024-06-20",
                                        "tp-2,THIRD_PARTY,评委乙,MEMBER,")
                                .write("scores.csv", d.text("scores.csv").replaceAll("(?m)^tp-2,.*\\n", ""))
                                .append("scores.csv", "tp-2,TP1.1,5,")
                                .append("scores.csv", "tp-2,TP1.2,NA,"),
                        "scores.csv:122: evaluator: 未签署廉洁责任承诺书的评委不能评分",
                        "scores.csv:123: evaluator: 未签署廉洁责任承诺书的评委不能评分"),
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

    @ParameterizedTest
    @MethodSource("cases")
    void printExactlyWhatIsWrong(FaultCase tried) {
        tried.check();
    }
}
