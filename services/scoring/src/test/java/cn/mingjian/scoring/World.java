package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static org.hamcrest.Matchers.lessThan;

import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * A round in which the hidden parties did one thing or another, while everybody else did the very same: whoever can tell
 * two worlds apart has learned something of the hidden parties.
 */
final class World {

    /** The parties that act differently from world to world. */
    static final Set<Party> HIDDEN = Set.of(Party.SUPERVISORY_CENTER, Party.PURCHASER);

    /** What the hidden parties do. */
    enum Deed {
        /** They give the sample's scores and findings. */
        GENEROUS,
        /** They give other scores with comments, other findings, in another order and after several drafts. */
        HARSH,
        /** They do nothing at all. */
        IDLE
    }

    private final String code;
    private final TestRound round;
    private final Deed deed;

    World(String code, Deed deed) {
        this.code = code;
        this.round = new TestRound(code);
        this.deed = deed;
    }

    String code() {
        return code;
    }

    /** PREPARING, with the hidden parties' first findings and fieldwork. */
    void prepare() {
        round.prepared(TestRound.opening());
        saveHiddenFindings();
        saveHiddenFieldwork();
        round.evidenceComputed(1, 1);
    }

    /** SCORING, with drafts here and there. */
    void begin() {
        round.freeze(1, 1).then().statusCode(201);
        List.of("tp-1", "tp-2", "sv-1", "sv-2").forEach(this::saveInPart);
        hiddenEvaluators().forEach(this::saveHidden);
    }

    /** The hidden parties submit, where they do anything. */
    void hiddenSubmit() {
        hiddenEvaluators().forEach(this::submitSheet);
        for (Party party : deed == Deed.IDLE ? Set.<Party>of() : HIDDEN) {
            round.submitParty(party).then().statusCode(201);
        }
    }

    /** One of the open parties submits; the other stays open. */
    void thirdPartySubmits() {
        for (String evaluator : List.of("tp-1", "tp-2", "tp-3", "tp-4", "tp-5")) {
            save(evaluator, TestRound.sheet(evaluator));
            submitSheet(evaluator);
        }
        round.submitParty(Party.THIRD_PARTY).then().statusCode(201);
    }

    void cancel() {
        round.put("/cancellation", "{\"reason\":\"站点合并\"}").then().statusCode(201);
    }

    private List<String> hiddenEvaluators() {
        List<String> evaluators = TestRound.eligible().stream()
                .filter(evaluator -> HIDDEN.contains(TestRound.party(evaluator)))
                .toList();
        return switch (deed) {
            case GENEROUS -> evaluators;
            case HARSH -> evaluators.reversed();
            case IDLE -> List.of();
        };
    }

    private void saveInPart(String evaluator) {
        ObjectNode sheet = TestRound.sheet(evaluator);
        sheet.withArray("scores").remove(0);
        save(evaluator, sheet);
    }

    private void saveHidden(String evaluator) {
        ObjectNode sheet = TestRound.sheet(evaluator);
        save(evaluator, sheet);
        if (deed == Deed.HARSH) {
            sheet.get("scores").forEach(line -> ((ObjectNode) line)
                    .put("score", line.get("item").asText().endsWith("1") ? "0.5" : "NA")
                    .put("comment", "有待改进"));
            save(evaluator, sheet);
        }
    }

    private void saveHiddenFindings() {
        for (Party party : deed == Deed.IDLE ? Set.<Party>of() : HIDDEN) {
            ObjectNode findings = TestRound.findings(party);
            if (deed == Deed.HARSH) {
                findings.withArray("findings").remove(0);
                findings.get("findings")
                        .forEach(finding ->
                                ((ObjectNode) finding).put("kind", "CONCERN").put("text", "须限期整改"));
            }
            put(TestRound.leads().get(party), "/parties/" + party + "/findings", findings);
        }
    }

    /** Under the names under which the open parties may have some. */
    private void saveHiddenFieldwork() {
        for (Party party : deed == Deed.IDLE ? Set.<Party>of() : HIDDEN) {
            String lead = TestRound.leads().get(party);
            String outcome = deed == Deed.HARSH ? "NOT_MET" : "MET";
            put(
                    lead,
                    "/site-checks/lingshan",
                    "{\"on\":\"2024-06-27\",\"lines\":[{\"subject\":\"SAFETY\",\"title\":\"灭火器\",\"outcome\":\""
                            + outcome + "\",\"note\":\"查看铭牌\"}]}");
            put(
                    lead,
                    "/samples/cases",
                    "{\"title\":\"个案档案\",\"population\":[\"C1\",\"C2\"],\"size\":1,\"seed\":\"7\"}");
            put(lead, "/samples/cases/files/1", "{\"outcome\":\"GAPS\",\"note\":\"缺回访\"}");
            for (int number = 1; number <= (deed == Deed.HARSH ? 2 : 1); number++)
                put(
                        lead,
                        "/interviews/" + number,
                        "{\"on\":\"2024-06-27\",\"channel\":\"PHONE\",\"group\":\"SERVICE_USER\",\"summary\":\""
                                + outcome + "\"}");
        }
    }

    private void save(String evaluator, ObjectNode sheet) {
        put(evaluator, "/sheets/" + evaluator, sheet);
    }

    private void submitSheet(String evaluator) {
        put(evaluator, "/sheets/" + evaluator + "/submission", "{}");
    }

    private void put(String evaluator, String path, Object body) {
        round.put(token(evaluator), path, body).then().statusCode(lessThan(300));
    }
}
