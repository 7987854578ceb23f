package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles with several faults at once: each is told, and nothing that only follows from one of them. */
class CombinedFaultsTest {

    /** What is changed in the Dagang bundle, and every file, line and field that is told. */
    record Combination(String name, UnaryOperator<Draft> change, List<String> places) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Combination> combinations() {
        return Stream.of(
                of(
                        "workers of one month each without their codes",
                        d -> d.replace("roster.csv", "W41,", ",").replace("roster.csv", "W44,", ","),
                        "roster.csv:42:worker",
                        "roster.csv:45:worker"),
                of(
                        "a worker without a code beside one who is nowhere, cited more often",
                        d -> d.replace("roster.csv", "W41,", ",")
                                .append("attendance.csv", "W99,2023-08,true,true,true")
                                .append("attendance.csv", "W99,2023-09,true,true,true"),
                        "attendance.csv:518:worker",
                        "attendance.csv:519:worker",
                        "roster.csv:42:worker"),
                of(
                        "a worker without a code beside one who is nowhere, cited less often",
                        d -> d.replace("roster.csv", "W05,", ",")
                                .replace("attendance.csv", "W01,2023-09,", "W99,2023-09,"),
                        "attendance.csv:3:worker",
                        "roster.csv:6:worker"),
                of(
                        "two workers who may each be the one without a code: both are told",
                        d -> d.replace("roster.csv", "W41,", ",")
                                .append("attendance.csv", "W99,2023-08,true,true,true"),
                        "attendance.csv:400:worker",
                        "attendance.csv:518:worker",
                        "roster.csv:42:worker"),
                of(
                        "a worker's code that is another one's",
                        d -> d.replace("roster.csv", "W05,", "W41,").replace("roster.csv", "W07,", "W06,"),
                        "roster.csv:8:worker",
                        "roster.csv:42:worker"),
                of(
                        "a worker who stands there twice beside one who is nowhere",
                        d -> d.append("roster.csv", "W01,社工,A1,NONE,2023-08-01,,,,2015-07-01,")
                                .append("attendance.csv", "W99,2023-08,true,true,true"),
                        "attendance.csv:518:worker",
                        "roster.csv:58:worker"),
                of(
                        "an area's code that is another one's",
                        d -> d.replace("areas.csv", "A2,第二片区", "A1,第二片区"),
                        "areas.csv:3:code"),
                of(
                        "an area's code that is another one's beside an area that is nowhere",
                        d -> d.replace("areas.csv", "A2,第二片区", "A1,第二片区")
                                .replace("roster.csv", "W10,片区社工,A1", "W10,片区社工,A9")
                                .replace("resources.csv", "3600.00,A1,", "3600.00,A2X,"),
                        "areas.csv:3:code",
                        "resources.csv:3:area",
                        "roster.csv:11:area"),
                of(
                        "an item's code that is another one's beside one that is mistyped: both are told",
                        d -> d.replace("rubric.yaml", "code: SV3.2\n", "code: SV3.2.\n")
                                .replace("rubric.yaml", "code: SV3.1\n", "code: SV2.1\n"),
                        "panel.csv:14:evaluator",
                        "panel.csv:15:evaluator",
                        "rubric.yaml:153:parties.SUPERVISOR[2].items[0].code",
                        "scores.csv:133:item",
                        "scores.csv:134:item",
                        "scores.csv:139:item",
                        "scores.csv:140:item"),
                of(
                        "an item that stands there twice beside one that is mistyped",
                        d -> d.append("rubric.yaml", "    - code: SV3.1\n      name: 又一项\n      max: '1'")
                                .replace("rubric.yaml", "code: SV3.2\n", "code: SV3.2.\n"),
                        "panel.csv:14:evaluator",
                        "panel.csv:15:evaluator",
                        "rubric.yaml:159:parties.SUPERVISOR[2].items[2].code",
                        "scores.csv:134:item",
                        "scores.csv:140:item"),
                of(
                        "an area that stands there twice beside one that is nowhere",
                        d -> d.append("areas.csv", "A1,又一片区,1,某村")
                                .append("targets.csv", "home-visits,A9,5")
                                .append("declared.csv", "home-visits,A9,5"),
                        "areas.csv:8:code",
                        "declared.csv:96:area",
                        "targets.csv:109:area"),
                of(
                        "an area without a code that nobody cites beside one that is nowhere",
                        d -> d.append("areas.csv", ",又一片区,1,某村").replace("resources.csv", ",A4,", ",A9,"),
                        "areas.csv:8:code",
                        "resources.csv:5:area"),
                of(
                        "indicators whose codes are those of others",
                        d -> d.replace("indicators.csv", "cases,专业个案,", "referrals,专业个案,")
                                .replace("indicators.csv", "volunteers,新增志愿者,", "groups,新增志愿者,"),
                        "indicators.csv:6:code",
                        "indicators.csv:17:code"),
                of(
                        "an indicator without a code that has no targets, beside one that is nowhere",
                        d -> d.replace("indicators.csv", "case-closures,专业个案结案", ",专业个案结案")
                                .append("targets.csv", "visits,A1,5"),
                        "indicators.csv:8:code",
                        "targets.csv:109:indicator"),
                of(
                        "an indicator that stands there twice beside one that is nowhere",
                        d -> d.append("indicators.csv", "home-visits,入户探访,人次,AREA,VOLUME,home-visit,COUNT")
                                .append("targets.csv", "visits,A1,5")
                                .replace("claims.yaml", "indicator:referrals:rate", "indicator:referral:rate"),
                        "claims.yaml:32:[10].subject",
                        "indicators.csv:27:code",
                        "targets.csv:109:indicator"),
                of(
                        "an evaluator's code that is another one's",
                        d -> d.replace("panel.csv", "pu-2,", "pu-1,"),
                        "panel.csv:11:evaluator"),
                of(
                        "an evaluator's code that is one's of another party",
                        d -> d.replace("panel.csv", "tp-2,", "sc-1,"),
                        "panel.csv:8:evaluator"),
                of(
                        "evaluators whose party does not read or is told twice, beside rows of theirs that are gone or wrong",
                        d -> d.replace("panel.csv", "sc-2,SUPERVISORY_CENTER", "sc-2,督导中心")
                                .append("scores.csv", "sc-2,PU1.1,1,")
                                .append("panel.csv", "tp-5,PURCHASER,评委戊,MEMBER,2024-06-20,false,")
                                .replace("scores.csv", "tp-5,TP1.1,5,\n", ""),
                        "panel.csv:6:evaluator",
                        "panel.csv:9:party",
                        "panel.csv:16:evaluator",
                        "scores.csv:140:item"),
                of(
                        "an evaluator without a code that scores another party's item",
                        d -> d.replace("panel.csv", "sc-2,", ",").append("scores.csv", "sc-2,PU1.1,1,"),
                        "panel.csv:9:evaluator",
                        "scores.csv:141:item"),
                of(
                        "a recused evaluator without a code beside a score of nobody",
                        d -> d.replace("panel.csv", "tp-6,", ",").append("scores.csv", "tp-9,TP1.1,5,"),
                        "panel.csv:7:evaluator",
                        "scores.csv:141:evaluator"),
                of(
                        "an evaluator without a code beside a score of nobody",
                        d -> d.replace("panel.csv", "tp-5,", ",").append("scores.csv", "tp-9,TP1.1,5,"),
                        "panel.csv:6:evaluator",
                        "scores.csv:141:evaluator"),
                of(
                        "an item's code that is another one's",
                        d -> d.replace("rubric.yaml", "code: TP1.1\n", "code: TP1.2\n"),
                        "rubric.yaml:12:parties.THIRD_PARTY[0].items[1].code"),
                of(
                        "an item's code that is one's of another party",
                        d -> d.replace("rubric.yaml", "code: TP1.2\n", "code: SV3.2\n"),
                        "rubric.yaml:156:parties.SUPERVISOR[2].items[1].code"),
                of(
                        "an item without a code beside scores of an item that is nowhere",
                        d -> d.replace("rubric.yaml", "code: TP1.2\n", "code: ''\n")
                                .append("scores.csv", "tp-1,TP9.9,1,")
                                .append("scores.csv", "tp-2,TP9.9,1,"),
                        "rubric.yaml:12:parties.THIRD_PARTY[0].items[1].code",
                        "scores.csv:141:item",
                        "scores.csv:142:item"),
                of(
                        "a score of another party's item that is too high and off the step",
                        d -> d.append("scores.csv", "tp-1,SC1.1,99.25,"),
                        "scores.csv:141:item",
                        "scores.csv:141:score",
                        "scores.csv:141:score"),
                of(
                        "a row that lost its evaluator beside another row that is gone",
                        d -> d.replace("scores.csv", "tp-1,TP1.1,5,\n", "")
                                .replace("scores.csv", "tp-2,TP1.1,5,", ",TP1.1,5,"),
                        "panel.csv:2:evaluator",
                        "panel.csv:3:evaluator",
                        "scores.csv:20:evaluator"),
                of(
                        "a missing file, broken YAML, a column that has another name, a bad date, a high score",
                        d -> d.delete("declared.csv")
                                .replace("claims.yaml", "- source: 到岗情况统计表", "- source: [到岗情况统计表")
                                .replace("resources.csv", "provider", "donor")
                                .replace(
                                        "roster.csv",
                                        "W40,片区社工,A6,INTERMEDIATE,2023-08-01",
                                        "W40,片区社工,A6,INTERMEDIATE,2023-02-29")
                                .replace("scores.csv", "tp-1,TP1.2,3,", "tp-1,TP1.2,4.5,"),
                        "claims.yaml:10:yaml",
                        "declared.csv:1:file",
                        "resources.csv:1:provider",
                        "roster.csv:41:joined",
                        "scores.csv:3:score"),
                of(
                        "weights, a grade, two leads, an unknown area, a record of another station",
                        d -> d.replace("evaluation.yaml", "weight: '55'", "weight: '54.5'")
                                .replace("evaluation.yaml", "  from: '0'", "  from: '1'")
                                .replace("panel.csv", "督导2,MEMBER", "督导2,LEAD")
                                .append("targets.csv", "home-visits,A9,5")
                                .replace(
                                        "service-records.ndjson",
                                        "GZ-014551\",\"version\":1,\"station\":\"dagang",
                                        "GZ-014551\",\"version\":1,\"station\":\"lanhe"),
                        "evaluation.yaml:36:parties",
                        "evaluation.yaml:53:grades",
                        "panel.csv:8:role",
                        "service-records.ndjson:1:station",
                        "targets.csv:109:area"),
                of(
                        "a recused evaluator's score, a month outside, left before joined, a rate of a rate, a negative figure",
                        d -> d.append("scores.csv", "tp-6,TP1.1,NA,")
                                .append("attendance.csv", "W01,2024-06,true,true,true")
                                .replace("roster.csv", ",2023-08-10,HANDOVER", ",2023-07-31,HANDOVER")
                                .append("indicators.csv", "r,比率,%,AREA,RATE,case-closure-rate,cases")
                                .replace("targets.csv", "referrals,,68", "referrals,,-68"),
                        "attendance.csv:518:month",
                        "indicators.csv:27:source",
                        "roster.csv:42:left",
                        "scores.csv:141:evaluator",
                        "targets.csv:9:agreed"),
                of(
                        "codes of every kind that are missing",
                        d -> d.replace("areas.csv", "A2,第二片区", ",第二片区")
                                .replace("indicators.csv", "case-closure-rate,", ",")
                                .replace("roster.csv", "W41,", ",")
                                .replace("panel.csv", "sv-2,", ",")
                                .replace("rubric.yaml", "code: SV3.2\n", "code: ''\n"),
                        "areas.csv:3:code",
                        "indicators.csv:9:code",
                        "panel.csv:15:evaluator",
                        "roster.csv:42:worker",
                        "rubric.yaml:156:parties.SUPERVISOR[2].items[1].code"),
                of(
                        "codes of every kind that are no codes, and one of each that is nowhere",
                        d -> d.replace("areas.csv", "A2,第二片区", "A\t2,第二片区")
                                .replace("indicators.csv", "cases,专业个案,", "cases\t,专业个案,")
                                .replace("roster.csv", "W05,", "张三,")
                                .replace("panel.csv", "tp-2,", "tp/2,")
                                .append("targets.csv", "visits,A9,5")
                                .append("attendance.csv", "W99,2023-08,true,true,true")
                                .append("scores.csv", "tp-9,TP9.9,5,"),
                        "areas.csv:3:code",
                        "attendance.csv:518:worker",
                        "indicators.csv:6:code",
                        "panel.csv:3:evaluator",
                        "roster.csv:6:worker",
                        "scores.csv:141:evaluator",
                        "scores.csv:141:item",
                        "targets.csv:109:area",
                        "targets.csv:109:indicator"));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void tellEveryFaultAndNothingElse(Combination combination) {
        try (Draft draft = Draft.ofDagang()) {
            assertThat(combination.change().apply(draft).places())
                    .containsExactlyInAnyOrderElementsOf(combination.places());
        }
    }

    private static Combination of(String name, UnaryOperator<Draft> change, String... places) {
        return new Combination(name, change, List.of(places));
    }
}
