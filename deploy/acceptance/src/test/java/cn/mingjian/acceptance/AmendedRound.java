package cn.mingjian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A round that waits in FEEDBACK with an upheld objection for each party's lead: a copy of the walked round, which nobody but
 * the leads scores. A lead corrects its own sheet in it, and says the same again.
 */
final class AmendedRound {
    static final String CODE = "dagang-2023-amended";

    /** Of what everybody attaches. */
    static final String DIGEST = "6203b4e254b82d12c8b6854e6884ddaf883c189db3b8abfd7f31f65578a0fdb5";

    /** Who scored on paper, by role: typed in by the evaluator itself, compared by its party's lead. */
    static final Map<String, String> ON_PAPER =
            Map.of("third-party", "tp-2", "supervisory-center", "sc-2", "purchaser", "pu-2", "supervisor", "sv-2");

    private static final String VETO = "SV9.1";
    private static final String SCAN = "%PDF-1.7\n% nothing to see\n";
    private static final List<String> OBJECTED =
            List.of("third-party", "supervisory-center", "purchaser", "supervisor");
    private static final Map<String, List<String>> OF_THE_OPERATOR = Map.of(
            "indicator", List.of("/declared-figures", "/resources"),
            "staffing", List.of("/roster", "/attendance", "/training"));

    /** Whom the bureau takes off. */
    static final String REPLACED = "tp-5";

    private static final String OPERATOR_RECUSAL = "/panel/tp-6/operator-recusal";

    private final String code;
    private final Doors doors;
    private final Map<String, Doors.Caller> people;

    AmendedRound(Doors doors, Map<String, Doors.Caller> people, Map<String, Doors.Caller> recused) {
        this(CODE, doors, people, recused);
    }

    /** The same under another code. */
    AmendedRound(String code, Doors doors, Map<String, Doors.Caller> people, Map<String, Doors.Caller> recused) {
        this.code = code;
        this.doors = doors;
        this.people = people;
        Doors.Caller bureau = people.get("bureau");
        boolean isThere =
                bureau.send(Request.get("scoring", "/v1/evaluations/" + code)).statusCode() == 200;
        if (!isThere) make(bureau, recused);
    }

    private void make(Doors.Caller bureau, Map<String, Doors.Caller> recused) {
        ObjectNode opening = read("scoring", "", "bureau").deepCopy();
        opening.withObject("/policy").put("departures", "EXPLAINED");
        bureau.ask(put("scoring", "", opening));
        bureau.ask(put("scoring", "/rubric", rubric()));
        bureau.ask(put("scoring", "/panel", read("scoring", "/panel", "bureau")));
        OF_THE_OPERATOR.forEach((service, documents) -> {
            awaited(service, "", "operator");
            documents.forEach(document ->
                    people.get("operator").ask(put(service, document, read(service, document, "operator"))));
        });
        people.get("operator").ask(put("indicator", "/discrepancy-answers", discrepancyAnswers()));
        WalkedRound.LEADS.forEach((role, lead) -> people.get(role)
                .ask(put("scoring", "/panel/" + lead + "/pledge", json("{\"occurredOn\":\"2024-06-20\"}"))));
        ON_PAPER.forEach((role, evaluator) -> member(role)
                .ask(put("scoring", "/panel/" + evaluator + "/pledge", json("{\"occurredOn\":\"2024-06-20\"}"))));
        invite(bureau);
        WalkedRound.LEADS.forEach((role, lead) -> {
            String path = "/parties/" + party(role) + "/sample-case";
            people.get(role).ask(put("scoring", path, sampleCase()));
            people.get(role).ask(put("scoring", path + "/sheets/" + lead, trial()));
        });
        Stream.concat(Stream.of("bureau", "operator"), WalkedRound.LEADS.keySet().stream())
                .forEach(role -> people.get(role).ask(attachment(code, role)));
        // While its evaluator still takes part, who asks for the same itself.
        people.get("operator").ask(put("scoring", OPERATOR_RECUSAL, json("{\"reason\":\"查无实据\"}")));
        recused.forEach((role, caller) -> {
            String recusal = "/panel/" + WalkedRound.RECUSED.get(role) + "/recusal";
            caller.ask(put("scoring", recusal, json("{\"reason\":\"曾任承接机构顾问\"}")));
            bureau.ask(
                    put("scoring", recusal + "/decision", json("{\"decision\":\"UPHELD\",\"reason\":\"曾任承接机构顾问\"}")));
        });
        bureau.ask(
                put("scoring", OPERATOR_RECUSAL + "/decision", json("{\"decision\":\"UPHELD\",\"reason\":\"查无实据\"}")));
        askResidents();
        PreparedVisit.DOCUMENTS.forEach((path, body) ->
                PreparedVisit.authors(path).forEach(role -> people.get(role).ask(put("scoring", path, json(body)))));
        freeze();
        WalkedRound.LEADS
                .keySet()
                .forEach(role -> bureau.ask(put("scoring", "/parties/" + party(role) + "/deadline", deadline())));
        score("third-party", WalkedRound.LEADS.get("third-party"));
        replaceOneOfTheThirdParty(bureau);
        WalkedRound.LEADS.forEach((role, lead) -> {
            if (!role.equals("third-party")) score(role, lead);
        });
        object();
        bureau.ask(put("scoring", "/vetoes/1", json("{\"title\":\"财务问题\",\"reason\":\"查无实据\"}")));
        bureau.ask(put("scoring", "/vetoes/1/hearing", hearing()));
    }

    /** Every lead corrects its sheet, the veto is upheld, and the bureau closes the round. */
    void close() {
        ObjectNode wordless = amendment("third-party");
        wordless.set(
                "scores",
                people.get("third-party")
                        .ask(Request.get("scoring", sheet(WalkedRound.ROUND, "third-party")))
                        .get("scores"));
        String lead = WalkedRound.LEADS.get("third-party");
        requireUnexplained(
                people.get("third-party").send(put("scoring", "/sheets/" + lead + "/amendments/1", wordless)));
        WalkedRound.LEADS.forEach((role, evaluator) ->
                people.get(role).ask(put("scoring", "/sheets/" + evaluator + "/amendments/1", amendment(role))));
        Doors.Caller bureau = people.get("bureau");
        bureau.ask(put("scoring", "/vetoes/1/decision", json("{\"upheld\":true,\"reason\":\"情况属实\"}")));
        bureau.ask(put("scoring", "/closure", json("{\"objectionsDecided\":4}")));
        awaited("report", "/final", "bureau");
    }

    /** Its party has submitted already, is opened again by it, and submits what is left. */
    private void replaceOneOfTheThirdParty(Doors.Caller bureau) {
        bureau.ask(put("scoring", "/panel/" + REPLACED + "/replacement", json("{\"reason\":\"因病\"}")));
        people.get("third-party").ask(put("scoring", "/parties/THIRD_PARTY/submission", json("{}")));
    }

    private void invite(Doors.Caller bureau) {
        WalkedRound.LEADS.forEach((role, lead) -> {
            bureau.ask(Request.put("scoring", "/v1/districts/nansha/evaluators/" + lead, profile(role)));
            bureau.ask(put("scoring", "/invitations/" + lead, invitation(role)));
            people.get(role)
                    .ask(Request.put(
                            "scoring",
                            "/v1/districts/nansha/stations/dagang/invitations/" + code + "/answer",
                            acceptance()));
        });
    }

    /** What the operator says to the first discrepancy of its figures. */
    ObjectNode discrepancyAnswers() {
        ObjectNode first = people.get("operator")
                .ask(Request.get("indicator", "/v1/evaluations/" + code + "/achievement"))
                .at("/discrepancies/0")
                .deepCopy();
        ObjectNode answers = json("{}");
        answers.putArray("answers").add(first.put("text", "查无实据"));
        return answers;
    }

    /** One answers on the telephone, the other one not at all. */
    private void askResidents() {
        Doors.Caller thirdParty = people.get("third-party");
        thirdParty.ask(
                put(
                        "scoring",
                        "/questionnaire",
                        json(
                                "{\"title\":\"服务满意度\",\"introduction\":null,\"groups\":[{\"group\":\"SERVICE_USER\",\"codes\":2}]}")));
        thirdParty.ask(put("scoring", "/questionnaire/phone-answers/SERVICE_USER/1", json("{\"score\":4}")));
        thirdParty.ask(put("scoring", "/questionnaire/closing", json("{}")));
    }

    /** The sheet on paper of the role's party as it was typed in. */
    JsonNode paper(String role) {
        ObjectNode paper = json("{\"occurredOn\":\"2024-06-28\"}").put("scan", DIGEST);
        paper.set("scores", explained(ON_PAPER.get(role), member(role)));
        return paper;
    }

    /** Somebody of the pool with the account of the role's lead. */
    ObjectNode profile(String role) {
        ObjectNode profile = json("""
                {"label":"评委甲","organisation":"查无实据","expertise":["财务"],"pastEmployers":["查无实据"],"active":true}""");
        for (JsonNode member : read("scoring", "/panel", "bureau").get("members")) {
            if (member.get("evaluator").asText().equals(WalkedRound.LEADS.get(role))) {
                profile.set("account", member.get("account"));
            }
        }
        return profile;
    }

    static ObjectNode invitation(String role) {
        return json("{\"message\":\"查无实据\"}").put("party", party(role));
    }

    static ObjectNode acceptance() {
        return json("{\"answer\":\"ACCEPTED\",\"reason\":\"查无实据\"}");
    }

    static ObjectNode sampleCase() {
        return json("{\"title\":\"样例\",\"text\":\"查无实据\"}");
    }

    static ObjectNode trial() {
        return json("{\"scores\":[]}");
    }

    /** A day that this software will not see. */
    static ObjectNode deadline() {
        return json("{\"dueAt\":\"2099-12-31T18:00:00+08:00\",\"reason\":null}");
    }

    /** The operator has a name of its own for what all attach. */
    static Request attachment(String evaluation, String role) {
        String name = role.equals("operator") ? "own-copy.pdf" : "evidence.pdf";
        String path = "/v1/evaluations/" + evaluation + "/attachments/" + DIGEST + "?name=" + name;
        return new Request("scoring", "PUT", path, SCAN, "application/pdf");
    }

    static ObjectNode hearing() {
        return json("{\"heldOn\":\"2024-07-08\",\"statement\":\"查无实据\"}");
    }

    /** What the lead of a party changes in its sheet, and for which objection. */
    ObjectNode amendment(String role) {
        JsonNode line = people.get(role)
                .ask(Request.get("scoring", sheet(WalkedRound.ROUND, role)))
                .get("scores")
                .get(0);
        ObjectNode amendment = json("{\"reason\":\"核对原始记录后更正\"}");
        amendment.putObject("objection").put("from", "OPERATOR").put("number", OBJECTED.indexOf(role) + 1);
        amendment
                .putArray("scores")
                .addObject()
                .put("item", line.get("item").asText())
                .put("score", "NA")
                .put("comment", "无法核实");
        return amendment;
    }

    /** As the bureau does: it freezes what it saw, and looks again when something newer has come. */
    private void freeze() {
        HttpResponse<String> answer;
        do {
            int achievement = awaited("indicator", "/achievement", "bureau")
                    .get("version")
                    .asInt();
            int staffing =
                    awaited("staffing", "/staffing", "bureau").get("version").asInt();
            awaited("scoring", "?achievement=" + achievement + "&staffing=" + staffing, "bureau");
            answer = people.get("bureau")
                    .send(put(
                            "scoring",
                            "/evidence-snapshot",
                            json("{}").put("achievementVersion", achievement).put("staffingVersion", staffing)));
        } while (answer.statusCode() == 409);
        if (answer.statusCode() > 201) throw new IllegalStateException(answer.body());
    }

    private void score(String role, String lead) {
        Doors.Caller evaluator = people.get(role);
        ObjectNode sheet = json("{}");
        JsonNode given = evaluator
                .ask(Request.get("scoring", sheet(WalkedRound.ROUND, role)))
                .get("scores");
        sheet.set("scores", explained(lead, evaluator));
        if (role.equals("third-party")) {
            requireDepartureRefused(evaluator, lead, given);
            evaluator.ask(put("scoring", "/sheets/" + lead, sheet), "If-Match", "\"1\"");
        } else {
            evaluator.ask(put("scoring", "/sheets/" + lead, sheet), "If-None-Match", "*");
        }
        evaluator.ask(put("scoring", "/sheets/" + lead + "/submission", json("{}")));
        String paper = "/paper-sheets/" + ON_PAPER.get(role);
        member(role).ask(put("scoring", paper, paper(role)));
        evaluator.ask(put("scoring", paper + "/confirmation", json("{\"revision\":1}")));
        evaluator.ask(put("scoring", "/parties/" + party(role) + "/submission", json("{}")));
    }

    /** What the round's policy asks: the suggestions come from the frozen evidence of indicator and staffing. */
    private void requireDepartureRefused(Doors.Caller evaluator, String lead, JsonNode given) {
        ObjectNode sheet = json("{}");
        sheet.set("scores", given);
        evaluator.ask(put("scoring", "/sheets/" + lead, sheet));
        requireUnexplained(evaluator.send(put("scoring", "/sheets/" + lead + "/submission", json("{}"))));
    }

    private static void requireUnexplained(HttpResponse<String> refused) {
        if (refused.statusCode() != 422 || !refused.body().contains("departure-unexplained")) {
            throw new IllegalStateException("a departure without a word was taken: " + refused.body());
        }
    }

    /** What somebody gave in the walked round, with a word to every score. */
    private static JsonNode explained(String evaluator, Doors.Caller author) {
        JsonNode scores = author.ask(
                        Request.get("scoring", "/v1/evaluations/" + WalkedRound.ROUND + "/sheets/" + evaluator))
                .get("scores")
                .deepCopy();
        if (evaluator.startsWith("sv")) {
            ((ArrayNode) scores).addObject().put("item", VETO).put("score", "0");
        }
        scores.forEach(line -> ((ObjectNode) line).put("comment", "查无实据"));
        return scores;
    }

    /** The walked round's in a version of its own, with a category that holds a VETO item and nothing else. */
    private JsonNode rubric() {
        ObjectNode rubric = read("scoring", "/rubric", "bureau").deepCopy();
        rubric.put("version", "amended");
        rubric.withArray("/parties/SUPERVISOR")
                .addObject()
                .put("code", "SV9")
                .put("name", "一票否决")
                .putArray("items")
                .addObject()
                .put("code", VETO)
                .put("name", "弄虚作假")
                .put("max", "1")
                .put("kind", "VETO");
        return rubric;
    }

    private Doors.Caller member(String role) {
        return doors.person(role, WalkedRound.ROUND + "." + ON_PAPER.get(role));
    }

    private static String party(String role) {
        return role.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private void object() {
        awaited("report", "/draft", "bureau");
        requireWrongClosingRefused();
        for (int number = 1; number <= OBJECTED.size(); number++) {
            String path = "/feedback/operator/" + number;
            people.get("operator")
                    .ask(put(
                            "report",
                            path,
                            json("{\"on\":\"2024-07-05\",\"outcome\":\"OBJECTION\",\"text\":\"请核对。\"}")));
            requireClosingRefused(number - 1);
            people.get("bureau")
                    .ask(put("report", path + "/decision", json("{\"decision\":\"UPHELD\",\"reason\":\"情况属实\"}")));
        }
        awaited("scoring", "?objectionsDecided=" + OBJECTED.size(), "bureau");
    }

    /** A request that closes nothing leaves the round open to objections. */
    private void requireWrongClosingRefused() {
        for (String wrong : List.of("{}", "{\"objectionsDecided\":7}")) {
            HttpResponse<String> refused = people.get("bureau").send(put("scoring", "/closure", json(wrong)));
            if (refused.statusCode() != (wrong.equals("{}") ? 422 : 409)) {
                throw new IllegalStateException("closed by " + wrong + ": " + refused.body());
            }
        }
    }

    /** At once, whether scoring has heard of the objection or not. */
    private void requireClosingRefused(int decided) {
        HttpResponse<String> refused =
                people.get("bureau").send(put("scoring", "/closure", json("{}").put("objectionsDecided", decided)));
        if (refused.statusCode() != 409 || !refused.body().contains("objections-open")) {
            throw new IllegalStateException("closed over an open objection: " + refused.body());
        }
    }

    private JsonNode read(String service, String path, String role) {
        return people.get(role).ask(Request.get(service, "/v1/evaluations/" + WalkedRound.ROUND + path));
    }

    /** What appears in this round sooner or later. */
    private JsonNode awaited(String service, String path, String role) {
        HttpResponse<String> answer = doors.send(
                Request.get(service, "/v1/evaluations/" + code + path),
                "Authorization",
                "Bearer " + people.get(role).token(),
                "Prefer",
                "wait=60");
        if (answer.statusCode() != 200) throw new IllegalStateException(service + path + ": " + answer.body());
        return Doors.json(answer.body());
    }

    private Request put(String service, String path, JsonNode body) {
        return Request.put(service, "/v1/evaluations/" + code + path, body);
    }

    private static String sheet(String round, String role) {
        return "/v1/evaluations/" + round + "/sheets/" + WalkedRound.LEADS.get(role);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Doors.json(text);
    }
}
