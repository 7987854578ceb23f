package cn.mingjian.acceptance;

import cn.mingjian.acceptance.AccessList.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A closed round of Dagang in which everything has happened that can: objections of all three voices, a veto, a recusal in
 * every party. Whoever may do something can do it once more — saying the same again is harmless — and the requests
 * that do so are what a stranger tries as well.
 */
final class WalkedRound {
    static final String ROUND = "dagang-2023-walk";
    static final Map<String, String> LEADS =
            Map.of("third-party", "tp-1", "supervisory-center", "sc-1", "purchaser", "pu-1", "supervisor", "sv-1");
    static final Map<String, String> RECUSED =
            Map.of("third-party", "tp-6", "supervisory-center", "sc-9", "purchaser", "pu-9", "supervisor", "sv-9");

    /** What no refusal may give away of it. */
    private static final List<String> SECRETS =
            List.of("大岗镇", "广州", "评委甲", "督导1", "代表", "百民", "84.75", "82.67", "PREPARING", "CLOSED", "查无实据");

    private static final Map<String, String> FIGURES =
            Map.of("indicator", "indicators:exceeded", "staffing", "staffing:headcount");
    private static final List<String> IN_THE_AMENDED_ROUND = List.of(
            "/amendments",
            "/deadline",
            "/operator-recusal",
            "/replacement",
            "/hearing",
            "/discrepancy-answers",
            "/preparation-notice",
            "/self-assessment",
            "/visit-plan",
            "/site-checks/",
            "/samples/",
            "/interviews/",
            "/attachments",
            "/paper-sheets",
            "/sample-case",
            "/questionnaire/closing",
            "/invitations");
    /** Somebody who does nothing here: they have no password of their own, so that the bureau may issue one. */
    private static final String NEWCOMER = "walk.newcomer";

    /** Somebody whose role the bureau may take back. */
    private static final String LEAVER = "walk.leaver";

    private static final String RUBRIC = "nansha-2024-final";
    private static final String CANCELLED = "dagang-2023-cancelled";
    private static final Pattern CODE = Pattern.compile("[0-9A-F]{4}(-[0-9A-F]{4}){7}");
    private static final String RECORD = "{\"id\":\"WALK-1\",\"version\":1,\"station\":\"dagang\",\"type\":\"walk\","
            + "\"occurredOn\":\"2024-01-02\",\"status\":\"APPROVED\",\"submittedAt\":\"2024-01-02T09:00:00+08:00\"}\n";

    private final Map<String, Doors.Caller> people = new LinkedHashMap<>();
    private final Map<String, Doors.Caller> recused = new LinkedHashMap<>();
    private final Map<String, JsonNode> seen = new HashMap<>();
    private final JsonNode feedback;
    private final AmendedRound amended;
    private final SurveyedRound surveyed;
    private final String verificationCode;

    WalkedRound(RunningPlatform platform, Doors doors, Path folder) throws IOException, InterruptedException {
        var ending = platform.evaluate(bundle(folder.resolve("walk")), folder.resolve("walk-out"));
        if (ending.code() != 0) throw new IllegalStateException(ending.said());
        people.put("installer", doors.machine("installer"));
        people.put("platform", doors.machine("municipal-platform"));
        people.put("service:report", doors.machine("service-report"));
        people.put("bureau", doors.person("bureau", "bureau@nansha"));
        people.put("operator", doors.person("operator", "operator@dagang.nansha"));
        LEADS.forEach((role, lead) -> people.put(role, doors.person(role, ROUND + "." + lead)));
        RECUSED.forEach((role, member) -> recused.put(role, doors.person(role, ROUND + "." + member)));
        doors.account("operator", NEWCOMER, as("bureau"), "nansha", "dagang");
        doors.account("purchaser", LEAVER, as("bureau"), "nansha", "dagang");
        cancelAnother();
        amended = new AmendedRound(doors, people, recused);
        surveyed = new SurveyedRound(doors, people);
        String appeal = "/v1/evaluations/" + ROUND + "/appeals/1";
        as("operator").ask(Request.put("scoring", appeal, appeal()));
        as("bureau").ask(Request.put("scoring", appeal + "/decision", refusal()));
        String concern = "/v1/evaluations/" + ROUND + "/concerns/1";
        as("operator").ask(Request.put("scoring", concern + "/follow-up", followUp()));
        as("bureau").ask(Request.put("scoring", concern + "/verification", verification()));
        String library = "/v1/districts/nansha/rubrics/" + RUBRIC + "/versions/1";
        as("bureau").ask(Request.put("scoring", library, rubric()));
        as("bureau").ask(Request.put("scoring", library + "/publication", Doors.json("{}")));
        feedback = as("bureau").ask(Request.get("report", "/v1/evaluations/" + ROUND + "/feedback"));
        Matcher code = CODE.matcher(as("bureau")
                .send(Request.get("report", "/v1/evaluations/" + ROUND + "/final/report.html"))
                .body());
        if (!code.find()) throw new IllegalStateException("an issued report without its verification code");
        verificationCode = code.group();
    }

    /** Everybody who has a part in the round, by role. */
    Map<String, Doors.Caller> people() {
        return people;
    }

    /** Who was on the panel and no longer is, by role. */
    Map<String, Doors.Caller> recused() {
        return recused;
    }

    /** Whether a text gives anything of the round away. */
    static boolean isToldIn(String text) {
        return SECRETS.stream().anyMatch(text::contains);
    }

    Doors.Caller as(String role) {
        return people.get(role);
    }

    /** Who does it when the role does it: recusals are asked for by those who are recused. */
    Doors.Caller doer(Operation operation, String role) {
        return operation.tail().equals("/panel/{evaluator}/recusal") ? recused.get(role) : as(role);
    }

    /** The operation as somebody of this role does it. */
    Request request(Operation operation, String role) {
        String path = path(operation, role);
        if (operation.tail().contains("recusal"))
            path = path.replace(LEADS.getOrDefault(role, "tp-1"), RECUSED.getOrDefault(role, "tp-6"));
        if (operation.tail().endsWith("/replacement"))
            path = path.replace(LEADS.getOrDefault(role, "tp-1"), AmendedRound.REPLACED);
        if (operation.tail().endsWith("/withdrawals")) path = path.replace(NEWCOMER, LEAVER);
        if (operation.tail().equals("/cancellation")) path = path.replace(ROUND, CANCELLED);
        if (IN_THE_AMENDED_ROUND.stream().anyMatch(operation.tail()::contains))
            path = path.replace(ROUND, AmendedRound.CODE);
        if (operation.tail().startsWith("/questionnaire")) path = path.replace(ROUND, SurveyedRound.CODE);
        if (operation.reads()) return Request.get(operation.service(), path);
        if (operation.tail().equals("/deliveries/{key}")) {
            return new Request(operation.service(), "PUT", path, RECORD, "application/x-ndjson");
        }
        if (operation.path().matches(".*/rubric\\.(yaml|xlsx)")) {
            String type = path.endsWith("yaml") ? "application/yaml" : Request.WORKBOOK;
            String file =
                    as("bureau").send(Request.get(operation.service(), path)).body();
            return new Request(operation.service(), "PUT", path, file, type);
        }
        if (operation.tail().equals("/attachments/{digest}")) {
            return AmendedRound.attachment(AmendedRound.CODE, role);
        }
        return new Request(
                operation.service(),
                operation.method(),
                path,
                body(operation, role).toString(),
                "application/json");
    }

    private JsonNode body(Operation operation, String role) {
        String fieldwork = PreparedVisit.DOCUMENTS.get(path(operation, role).replaceFirst(".*" + ROUND, ""));
        if (fieldwork != null) return Doors.json(fieldwork);
        ObjectNode body = Doors.JSON.createObjectNode();
        String voice = voice(role);
        return switch (operation.tail()) {
            case "/submission", "/sheets/{evaluator}/submission", "/parties/{party}/submission", "/final/issue" -> body;
            case "/cancellation" -> body.put("reason", "改期");
            case "/sheets/{evaluator}/amendments/{number}" -> amended.amendment(reader(role));
            case "/closure" -> body.put("objectionsDecided", 3);
            case "/panel/{evaluator}/pledge" ->
                body.put(
                        "occurredOn",
                        role.equals("third-party") || role.equals("supervisory-center") ? "2024-06-20" : "2024-06-21");
            case "/panel/{evaluator}/recusal" -> body.put("reason", "曾任承接机构顾问");
            case "/panel/{evaluator}/recusal/decision" ->
                body.put("decision", "UPHELD").put("reason", "曾任承接机构顾问");
            case "/evaluators/{evaluator}" -> amended.profile("third-party");
            case "/organisations/{organisation}" -> Doors.json("{\"name\":\"查无实据\",\"otherNames\":[\"查无此名\"]}");
            case "/paper-sheets/{author}" -> amended.paper(role);
            case "/paper-sheets/{author}/confirmation" -> body.put("revision", 1);
            case "/parties/{party}/sample-case" -> AmendedRound.sampleCase();
            case "/parties/{party}/sample-case/sheets/{evaluator}" -> AmendedRound.trial();
            case "/invitations/{evaluator}" -> AmendedRound.invitation("third-party");
            case "/invitations/{invitation}/answer" -> AmendedRound.acceptance();
            case "/v1/notifications/reading" -> body.put("upTo", 0);
            case "/v1/notification-preferences" -> body.putNull("email").set("muted", Doors.JSON.createArrayNode());
            case "/questionnaire" -> surveyed.questionnaire();
            case "/questionnaire/closing", "/questionnaire/prints/{print}" -> body;
            case "/questionnaire/phone-answers/{group}/{number}" -> body.put("score", 4);
            case "/v1/questionnaires/opening" -> surveyed.code();
            case "/v1/questionnaires/answer" -> surveyed.answer();
            case "/rubrics/{rubric}/versions/{version}" -> rubric();
            case "/rubrics/{rubric}/versions/{version}/publication" -> body;
            case "/rubric-choice" -> body.put("rubric", RUBRIC).put("version", "1");
            case "/panel/{evaluator}/replacement" -> body.put("reason", "因病");
            case "/panel/{evaluator}/operator-recusal" -> body.put("reason", "查无实据");
            case "/panel/{evaluator}/operator-recusal/decision" ->
                body.put("decision", "UPHELD").put("reason", "查无实据");
            case "/discrepancy-answers" -> amended.discrepancyAnswers();
            case "/parties/{party}/deadline" -> AmendedRound.deadline();
            case "/vetoes/{number}/hearing" -> AmendedRound.hearing();
            case "/concerns/{number}/follow-up" -> followUp();
            case "/concerns/{number}/verification" -> verification();
            case "/appeals/{number}" -> appeal();
            case "/appeals/{number}/decision" -> refusal();
            case "/vetoes/{number}" -> body.put("title", "财务问题").put("reason", "查无实据");
            case "/vetoes/{number}/decision" -> body.put("upheld", false).put("reason", "查无实据");
            case "/feedback/on-site" -> feedback.get("onSite");
            case "/feedback/{voice}/{number}" -> said(voice);
            case "/feedback/{voice}/{number}/decision" -> said(voice).get("decision");
            case "/feedback/conclusion", "/accounts/{username}/passwords" -> body;
            case "/accounts/{username}/withdrawals" -> body.put("role", "purchaser");
            case "/accounts/{username}" -> {
                body.put("displayName", "验收")
                        .putArray("memberships")
                        .addObject()
                        .put("station", "dagang")
                        .put("role", "operator");
                yield body;
            }
            case "" ->
                operation.service().equals("district") && !operation.path().contains("{station}")
                        ? district()
                        : current(operation, role);
            default ->
                operation.path().endsWith("/verifications")
                        ? body.put("code", verificationCode)
                        : current(operation, role);
        };
    }

    /** The document as its own author reads it: put again, it changes nothing. */
    private JsonNode current(Operation operation, String role) {
        String reader =
                operation.tail().startsWith("/sheets") || operation.tail().startsWith("/parties")
                        ? reader(role)
                        : "bureau";
        String path = path(operation, reader);
        return seen.computeIfAbsent(
                operation.service() + path, _ -> as(reader).ask(Request.get(operation.service(), path)));
    }

    private ObjectNode district() {
        JsonNode kept = as("bureau").ask(Request.get("district", "/v1/districts/nansha"));
        ObjectNode body = Doors.JSON.createObjectNode();
        body.set("name", kept.get("name"));
        body.set("bureauAccount", kept.at("/bureauAccount/username"));
        if (kept.hasNonNull("platformAccount")) body.set("platformAccount", kept.at("/platformAccount/username"));
        return body;
    }

    private JsonNode said(String voice) {
        for (JsonNode entry : feedback.get("draft")) {
            if (entry.get("from").asText().equalsIgnoreCase(voice)) return entry;
        }
        throw new IllegalStateException("nothing said by " + voice);
    }

    private String path(Operation operation, String role) {
        Map<String, String> values = Map.ofEntries(
                Map.entry("{district}", "nansha"),
                Map.entry("{station}", "dagang"),
                Map.entry("{agreement}", "dagang-2023"),
                Map.entry("{evaluation}", ROUND),
                Map.entry("{username}", NEWCOMER),
                Map.entry("{version}", version(operation)),
                Map.entry("{figure}", FIGURES.getOrDefault(operation.service(), "total")),
                Map.entry("{evaluator}", LEADS.get(reader(role))),
                Map.entry("{party}", reader(role).toUpperCase(Locale.ROOT).replace('-', '_')),
                Map.entry("{number}", operation.tail().startsWith("/questionnaire") ? surveyed.phoned() : "1"),
                Map.entry("{group}", "SERVICE_USER"),
                Map.entry("{print}", surveyed.print()),
                Map.entry("{voice}", voice(role)),
                Map.entry("{key}", "access-walk"),
                Map.entry("{site}", "lingshan"),
                Map.entry("{sample}", "cases"),
                Map.entry("{position}", "1"),
                Map.entry("{organisation}", "baimin"),
                Map.entry("{rubric}", RUBRIC),
                Map.entry("{other}", "1"),
                Map.entry("{digest}", AmendedRound.DIGEST),
                Map.entry("{author}", AmendedRound.ON_PAPER.get(reader(role))),
                Map.entry("{invitation}", AmendedRound.CODE),
                Map.entry("{file}", "report.html"));
        String path = operation.path();
        for (var value : values.entrySet()) path = path.replace(value.getKey(), value.getValue());
        return path;
    }

    /** Of computed evidence the parties see the frozen version; of everything else there is one. */
    private String version(Operation operation) {
        for (String kind : List.of("achievement", "staffing")) {
            if (operation.path().contains("/" + kind + "/versions/")) {
                return as("bureau")
                        .ask(Request.get("scoring", "/v1/evaluations/" + ROUND + "/evidence-snapshot"))
                        .get(kind + "Version")
                        .asText();
            }
        }
        return "1";
    }

    private static String reader(String role) {
        return LEADS.containsKey(role) ? role : "third-party";
    }

    private static String voice(String role) {
        return Set.of("purchaser", "supervisor").contains(role) ? role : "operator";
    }

    /** What the round was scored by, as its district keeps it. */
    private ObjectNode rubric() {
        ObjectNode rubric = as("bureau")
                .ask(Request.get("scoring", "/v1/evaluations/" + ROUND + "/rubric"))
                .deepCopy();
        rubric.remove("revision");
        return rubric;
    }

    private static ObjectNode appeal() {
        return Doors.JSON.createObjectNode().put("reason", "查无实据");
    }

    private static ObjectNode followUp() {
        return (ObjectNode) Doors.json("""
                {"owner":"站长","dueOn":"2024-09-30","measures":"查无实据","evidence":"查无实据","state":"DONE"}""");
    }

    private static ObjectNode verification() {
        return Doors.JSON
                .createObjectNode()
                .put("followUpVersion", 1)
                .put("outcome", "ACCEPTED")
                .put("reason", "查无实据");
    }

    private static ObjectNode refusal() {
        return Doors.JSON.createObjectNode().put("decision", "REFUSED").put("reason", "查无实据");
    }

    private void cancelAnother() {
        ObjectNode opening = as("bureau")
                .ask(Request.get("scoring", "/v1/evaluations/" + ROUND))
                .deepCopy();
        as("bureau").ask(Request.put("scoring", "/v1/evaluations/" + CANCELLED, opening));
        as("bureau")
                .ask(Request.put(
                        "scoring",
                        "/v1/evaluations/" + CANCELLED + "/cancellation",
                        Doors.json("{\"reason\":\"改期\"}")));
    }

    private static Path bundle(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(RunningPlatform.DAGANG)) {
            for (Path file : files.filter(each -> !each.endsWith("service-records.ndjson"))
                    .toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path evaluation = folder.resolve("evaluation.yaml");
        Files.writeString(
                evaluation,
                Files.readString(evaluation)
                        .replace("dagang-2023-final", ROUND)
                        .replace("vetoes: []", "vetoes:\n- title: 财务问题\n  reason: 查无实据\n  upheld: 'false'"));
        Path panel = folder.resolve("panel.csv");
        Files.writeString(panel, Files.readString(panel).stripTrailing() + """

                sc-9,SUPERVISORY_CENTER,督导9,MEMBER,2024-06-20,true,曾任承接机构顾问
                pu-9,PURCHASER,代表九,MEMBER,2024-06-21,true,曾任承接机构顾问
                sv-9,SUPERVISOR,科室九,MEMBER,2024-06-21,true,曾任承接机构顾问
                """);
        Files.writeString(folder.resolve("feedback.yaml"), feedback());
        return folder;
    }

    private static String feedback() {
        StringBuilder text =
                new StringBuilder("onSite:\n  'on': '2024-06-27'\n  outcome: NO_OBJECTION\n  text: 没有异议。\ndraft:\n");
        for (String voice : List.of("OPERATOR", "PURCHASER", "SUPERVISOR")) {
            text.append("""
                    - from: %s
                      'on': '2024-07-05'
                      outcome: OBJECTION
                      text: 请核对探访次数。
                      answer: REFUSED
                      reason: 经核对无误。
                    """.formatted(voice));
        }
        return text.toString();
    }
}
