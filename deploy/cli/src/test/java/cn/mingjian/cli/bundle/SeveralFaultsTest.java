package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Faults do not hide each other, and what only follows from one of them is not told. Places only: words are free. */
class SeveralFaultsTest {

    @Test
    void areToldInOneRunOverManyFiles() {
        try (Draft draft = Draft.ofDagang()) {
            draft.replace("areas.csv", "A2,第二片区,8", "A2,第二片区,+8")
                    .replace("evaluation.yaml", "weight: '55'", "weight: '54'")
                    .replace("evaluation.yaml", "  town: 大岗镇\n", "  town: 大岗镇\n  code: dagang\n")
                    .replace("evaluation.yaml", "  requiredStaff: 51\n", "")
                    .replace("indicators.csv", "referrals,转介个案,个,AREA", "referrals,转介个案,个,area")
                    .append("roster.csv", "W01,社工,A1,NONE,2023-02-29,,2023-01-01,,2015-07-01,")
                    .append("attendance.csv", "W01,2023-07,true,true,yes")
                    .replace("rubric.yaml", "      max: '4'\n      basis: staffing:certified-rate", "      max: 4.0e0")
                    .append("panel.csv", "tp-1,THIRD_PARTY,评委甲,LEAD,2024-06-20,false,")
                    .replace("scores.csv", "tp-1,TP1.3,4.5,", "tp-1,TP1.3,5.25,")
                    .append("scores.csv", "tp-6,TP1.1,NA,")
                    .append("service-records.ndjson", "{\"id\":\"R1\"")
                    .append("claims.yaml", "- source: ''\n  subject: indicator:none:rate\n  value: .5\n")
                    .append(
                            "feedback.yaml",
                            "- from: OPERATOR\n  'on': 2024-07-05\n  outcome: OBJECTION\n  answer: UPHELD\n")
                    .delete("declared.csv");

            assertThat(draft.places())
                    .containsExactly(
                            "areas.csv:3:workers",
                            "attendance.csv:518:paid",
                            "attendance.csv:518:month",
                            "claims.yaml:34:[11].source",
                            "claims.yaml:35:[11].subject",
                            "claims.yaml:36:[11].value",
                            "declared.csv:1:file",
                            "evaluation.yaml:9:station.code",
                            "evaluation.yaml:17:agreement.requiredStaff",
                            "evaluation.yaml:36:parties",
                            "feedback.yaml:15:draft[3].reason",
                            "feedback.yaml:18:draft[3].answer",
                            "indicators.csv:3:scope",
                            "panel.csv:16:evaluator",
                            "roster.csv:58:joined",
                            "roster.csv:58:worker",
                            "rubric.yaml:14:parties.THIRD_PARTY[0].items[1].max",
                            "scores.csv:4:score",
                            "scores.csv:4:score",
                            "scores.csv:141:evaluator",
                            "service-records.ndjson:21:json");
        }
    }

    @Test
    void ofOneFileAreNotHiddenByAnotherFileThatCannotBeRead() {
        try (Draft draft = Draft.ofDagang()) {
            draft.write("rubric.yaml", "code: [x\n")
                    .write("areas.csv", new byte[] {'c', 'o', 'd', 'e', '\n', (byte) 0xff})
                    .replace("scores.csv", "tp-1,TP1.1,5,", "tp-1,TP1.1,5-,")
                    .append("scores.csv", "tp-9,TP1.1,5,")
                    .replace("panel.csv", "sv-1,SUPERVISOR,业务科室一,LEAD", "sv-1,SUPERVISOR,业务科室一,MEMBER")
                    .append("targets.csv", "none,A9,1");

            assertThat(draft.places())
                    .containsExactly(
                            "areas.csv:2:file",
                            "panel.csv:14:role",
                            "rubric.yaml:1:yaml",
                            "scores.csv:2:score",
                            "scores.csv:141:evaluator",
                            "targets.csv:109:indicator");
        }
    }

    @Test
    void thatFollowFromAnEmptyCellAreNotTold() {
        try (Draft draft = Draft.ofDagang()) {
            draft.replace("scores.csv", "tp-1,TP1.1,5,", "tp-1,,5,")
                    .replace("scores.csv", "pu-2,PU1.2,18,", ",PU1.2,18,")
                    .replace(
                            "panel.csv",
                            "sc-2,SUPERVISORY_CENTER,督导2,MEMBER,2024-06-20",
                            "sc-2,SUPERVISORY_CENTER,督导2,MEMBER,2024-06-31")
                    .replace("areas.csv", "A3,第三片区", ",第三片区");

            assertThat(draft.places())
                    .containsExactly(
                            "areas.csv:4:code",
                            "panel.csv:9:pledgedOn",
                            "scores.csv:2:item",
                            "scores.csv:115:evaluator");
        }
    }

    @Test
    void leaveAPartyWithoutScoreVisibleWhenAnotherPartysScoreDoesNotRead() {
        try (Draft draft = Draft.ofDagang()) {
            draft.write("scores.csv", draft.text("scores.csv").replaceAll("(?m)^(sc-.,[^,]*),[^,]*,", "$1,NA,"))
                    .replace("scores.csv", "tp-1,TP1.1,5,", "tp-1,TP1.1,five,");

            assertThat(draft.places()).containsExactly("panel.csv:8:party", "scores.csv:2:score");
        }
    }

    @Test
    void leaveAPartyWithoutScoreVisibleWhenTheScoreThatIsMissingIsABonus() {
        try (Draft draft = Draft.ofDagang()) {
            draft.replace("rubric.yaml", "      name: 安全管理\n", "      name: 安全管理\n      kind: BONUS\n")
                    .write("scores.csv", draft.text("scores.csv").replaceAll("(?m)^(sv-.,[^,]*),[^,]*,", "$1,NA,"))
                    .replace("scores.csv", "sv-1,SV3.2,NA,\n", "");
            assertThat(draft.places()).containsExactly("panel.csv:14:evaluator", "panel.csv:14:party");

            draft.replace("scores.csv", "sv-1,SV3.1,NA,\n", "");
            assertThat(draft.places()).containsExactly("panel.csv:14:evaluator", "panel.csv:14:evaluator");
        }
    }

    @Test
    void leaveAMissingLeadVisibleWhenSomebodyElsesPartyDoesNotRead() {
        try (Draft draft = Draft.ofDagang()) {
            draft.replace("panel.csv", "sv-1,SUPERVISOR,业务科室一,LEAD", "sv-1,SUPERVISOR,业务科室一,MEMBER")
                    .replace("panel.csv", "pu-4,PURCHASER,村居代表二,MEMBER", "pu-4,Purchaser,村居代表二,MEMBER");

            assertThat(draft.places()).containsExactly("panel.csv:13:party", "panel.csv:14:role");
        }
    }

    @Test
    void areToldOfAPartyThatIsNotThereAtAll() {
        try (Draft draft = Draft.ofDagang()) {
            draft.write("panel.csv", draft.text("panel.csv").replaceAll("(?m)^sv-.*\n", ""))
                    .write("scores.csv", draft.text("scores.csv").replaceAll("(?m)^sv-.*\n", ""));

            assertThat(draft.places()).containsExactly("panel.csv:1:role", "panel.csv:1:party");
        }
    }

    @Test
    void ofAPeriodStandAtItsFirstLine() {
        try (Draft draft = Draft.ofDagang()) {
            draft.replace(
                    "evaluation.yaml",
                    "    from: '2023-08-01'\n    to: '2024-05-31'",
                    "    to: '2023-05-31'\n    from: '2023-08-01'");

            assertThat(draft.places()).containsExactly("evaluation.yaml:31:evaluation.evidence.to");
        }
    }

    @Test
    void ofWeightsAreToldBesideAPartyThatDoesNotRead() {
        try (Draft draft = Draft.ofDagang()) {
            draft.replace("evaluation.yaml", "- party: SUPERVISOR\n", "- party: Supervisor\n")
                    .replace("evaluation.yaml", "weight: '15'", "weight: '15.01'");

            assertThat(draft.places())
                    .containsExactly("evaluation.yaml:36:parties", "evaluation.yaml:49:parties[3].party");
        }
    }

    @Test
    void ofAWholeFileStandInItsFirstLine() {
        try (Draft draft = Draft.ofDagang()) {
            draft.write("areas.csv", "").write("claims.yaml", "source: x\n").write("records.csv", "ignored");
            draft.write("evaluation.yaml", draft.text("evaluation.yaml") + "---\nformat: x\n");

            assertThat(draft.places())
                    .containsExactly(
                            "areas.csv:1:code",
                            "areas.csv:1:name",
                            "areas.csv:1:workers",
                            "areas.csv:1:communities",
                            "claims.yaml:1:yaml",
                            "evaluation.yaml:71:yaml");
        }
    }

    @Test
    void thatAServiceWouldFindAreToldBeforeAnythingIsSent() {
        try (Draft draft = Draft.ofDagang()) {
            draft.replace("evaluation.yaml", "  code: dagang\n", "  code: operator\n")
                    .replace("evaluation.yaml", "  code: dagang-2023-final\n", "  code: " + "x".repeat(65) + "\n")
                    .replace("evaluation.yaml", "annualFee: '6630000.00'", "annualFee: " + "9".repeat(19))
                    .replace("roster.csv", "W40,", "张三,")
                    .replace("panel.csv", "sv-2,SUPERVISOR,业务科室二", "sv/2,SUPERVISOR," + "长".repeat(201))
                    .replace("targets.csv", "referrals,,68", "referrals,,0." + "1".repeat(19))
                    .replace("areas.csv", "第一片区", "第一\u0000片区")
                    .replace("areas.csv", "第二片区", "第二\uffff片区")
                    .replace("resources.csv", "社区慈善基金", "x".repeat(2001));

            assertThat(draft.places())
                    .startsWith(
                            "areas.csv:2:name",
                            "areas.csv:3:name",
                            "evaluation.yaml:6:station.code",
                            "evaluation.yaml:23:agreement.annualFee",
                            "evaluation.yaml:27:evaluation.code",
                            "panel.csv:15:evaluator",
                            "panel.csv:15:label",
                            "resources.csv:2:purpose",
                            "roster.csv:41:worker");
            assertThat(draft.places())
                    .contains("targets.csv:9:agreed")
                    .noneMatch(place -> place.startsWith("attendance"));
        }
    }

    @Test
    void doNotComeOfWhatPeopleWriteInCells() {
        try (Draft draft = Draft.ofDagang()) {
            draft.replace("areas.csv", "A1,第一片区", "A1,\"第一,\"\"片\"\"\r\n区\"")
                    .replace("evaluation.yaml", "  town: 大岗镇", "  town: ''")
                    .replace("evaluation.yaml", "  sites: 31", "  sites: 031\n  comment: [more, than, asked]")
                    .replace("targets.csv", "referrals,,68", "referrals,,00068.000")
                    .replace(
                            "claims.yaml",
                            "source: 购买方评价\n  subject: indicators:exceeded",
                            "source: &s 购买方评价\n  subject: indicators:exceeded");

            assertThat(draft.places()).isEmpty();
        }
    }

    @Test
    void doNotTakeForeverToFind() {
        String laughs = Stream.iterate(1, i -> i + 1)
                .limit(12)
                .map(i -> "b%d: &b%d [%s]\n"
                        .formatted(
                                i,
                                i,
                                String.join(
                                        ", ",
                                        List.of(
                                                "*b" + (i - 1),
                                                "*b" + (i - 1),
                                                "*b" + (i - 1),
                                                "*b" + (i - 1),
                                                "*b" + (i - 1)))))
                .reduce("b0: &b0 [x, x, x, x, x]\n", String::concat);
        try (Draft draft = Draft.ofDagang()) {
            draft.write("rubric.yaml", draft.text("rubric.yaml") + laughs)
                    .write("findings.yaml", "- &f\n  chapter: *f\n");

            assertThat(draft.places()).containsExactly("findings.yaml:2:yaml", "rubric.yaml:167:yaml");
        }
    }
}
