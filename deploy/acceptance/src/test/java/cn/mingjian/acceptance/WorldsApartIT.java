package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.AccessList.Operation;
import cn.mingjian.acceptance.fuzz.Fingerprint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two rounds side by side, alike but for what three parties gave and found: generous in one, harsh in the other. While the
 * fourth has not submitted, nobody can tell them apart by anything that any service answers, the bureau neither.
 */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class WorldsApartIT {

    private static final String GENEROUS = "dagang-apart-kind";
    private static final String HARSH = "dagang-apart-hard";
    private static final int MOST_READINGS = 5;

    /** What differs in any two answers: moments, and what is drawn. */
    private static final Pattern DRAWN = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+]\\d\\d:\\d\\d)|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|\"number\":\\d{10,}");

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("district", List.of("nansha")),
            Map.entry("station", List.of("dagang")),
            Map.entry("agreement", List.of("dagang-2023")),
            Map.entry("username", List.of("operator@dagang.nansha")),
            Map.entry("version", List.of("1")),
            Map.entry("number", List.of("1")),
            Map.entry("evaluator", List.of("tp-1", "sc-1", "pu-1", "sv-1")),
            Map.entry("party", List.of("THIRD_PARTY", "SUPERVISORY_CENTER", "PURCHASER", "SUPERVISOR")),
            Map.entry("figure", List.of("total", "party:PURCHASER:raw", "item:PU1.1", "indicators:exceeded")),
            Map.entry("file", List.of("report.html", "report.xlsx")));

    private final AccessList access = new AccessList();
    private final RunningPlatform platform;
    private final Doors doors;
    private final Fingerprint fingerprint;
    private final Map<String, Doors.Caller> people = new LinkedHashMap<>();

    WorldsApartIT(RunningPlatform platform) throws IOException {
        this.platform = platform;
        doors = new Doors(platform);
        List<String> services = new ArrayList<>();
        platform.addresses().get("services").fieldNames().forEachRemaining(services::add);
        fingerprint = new Fingerprint(platform.database(""), platform.secret("postgres"), services);
        people.put("bureau", doors.person("bureau", "bureau@nansha"));
        people.put("operator", doors.person("operator", "operator@dagang.nansha"));
        people.put("platform", doors.machine("municipal-platform"));
        people.put("service:report", doors.machine("service-report"));
        WalkedRound.LEADS.forEach((role, lead) -> people.put(role, doors.person(role, "dagang-2023-final." + lead)));
    }

    @Test
    void noAnswerOfAnyServiceTellsWhatTheOthersGave() throws Exception {
        make(GENEROUS, true);
        make(HARSH, false);

        Map<String, Object> apart = apart();
        // What is under way between services reaches one world a moment before the other.
        for (int again = 1; !apart.isEmpty() && again < MOST_READINGS; again++) apart = apart();

        assertThat(apart).isEmpty();
        assertThat(logged(List.of("未见", "规范", "须限期整改", "查看铭牌"))).isEmpty();

        for (String code : List.of(GENEROUS, HARSH)) {
            put(people.get("third-party"), code, "/parties/THIRD_PARTY/submission", Doors.json("{}"));
        }
        assertThat(apart()).as("what is told once all have submitted").isNotEmpty();
    }

    /** All but the third party submit; its lead has filled in the same sheet in both worlds. */
    private void make(String code, boolean isGenerous) {
        new ScoringRound(people.get("bureau"), code).make(people.get("operator"));
        WalkedRound.LEADS.forEach((role, lead) -> {
            Doors.Caller evaluator = people.get(role);
            String party = role.toUpperCase(Locale.ROOT).replace('-', '_');
            boolean isHidden = !role.equals("third-party");
            put(evaluator, code, "/panel/" + lead + "/pledge", Doors.json("{\"occurredOn\":\"2024-06-20\"}"));
            if (isHidden) looksForItself(evaluator, code, isGenerous);
            put(evaluator, code, "/sheets/" + lead, sheet(code, party, !isHidden || isGenerous));
            put(evaluator, code, "/parties/" + party + "/findings", findings(code, party, !isHidden || isGenerous));
            put(evaluator, code, "/sheets/" + lead + "/submission", Doors.json("{}"));
            if (isHidden) put(evaluator, code, "/parties/" + party + "/submission", Doors.json("{}"));
        });
    }

    private static void looksForItself(Doors.Caller evaluator, String code, boolean isGenerous) {
        String outcome = isGenerous ? "MET" : "NOT_MET";
        String check =
                "{\"on\":\"2024-06-27\",\"lines\":[{\"subject\":\"SAFETY\",\"title\":\"灭火器\",\"outcome\":\"%s\",\"note\":\"查看铭牌\"}]}";
        put(evaluator, code, "/site-checks/lingshan", Doors.json(check.formatted(outcome)));
        String interview = "{\"on\":\"2024-06-27\",\"channel\":\"PHONE\",\"group\":\"PARTNER\",\"summary\":\"%s\"}";
        for (int number = 1; number <= (isGenerous ? 1 : 2); number++) {
            put(evaluator, code, "/interviews/" + number, Doors.json(interview.formatted(outcome)));
        }
    }

    private static void put(Doors.Caller who, String code, String path, JsonNode body) {
        who.ask(Request.put("scoring", "/v1/evaluations/" + code + path, body));
    }

    /** Every item of the party at its most, or at nothing. */
    private ObjectNode sheet(String code, String party, boolean isGenerous) {
        JsonNode rubric = people.get("bureau").ask(Request.get("scoring", "/v1/evaluations/" + code + "/rubric"));
        ObjectNode sheet = Doors.JSON.createObjectNode();
        ArrayNode scores = sheet.putArray("scores");
        for (JsonNode items : rubric.at("/parties/" + party).findValues("items")) {
            for (JsonNode item : items) {
                scores.addObject()
                        .put("item", item.get("code").asText())
                        .put("score", isGenerous ? item.get("max").asText() : "0")
                        .put("comment", isGenerous ? "规范" : "未见");
            }
        }
        return sheet;
    }

    private JsonNode findings(String code, String party, boolean isGenerous) {
        JsonNode known = people.get("bureau").ask(Request.get("scoring", "/v1/evaluations/dagang-2023-final/findings"));
        ObjectNode findings = Doors.JSON.createObjectNode();
        ArrayNode own = findings.putArray("findings");
        for (JsonNode finding : known.get("findings")) {
            if (finding.get("party").asText().equals(party)) {
                ObjectNode kept = finding.deepCopy();
                kept.remove("party");
                own.add(isGenerous ? kept : kept.put("kind", "CONCERN").put("text", "须限期整改"));
            }
        }
        return findings;
    }

    /** Whatever was written in a round, by the log that tells it. */
    private Map<String, List<String>> logged(List<String> written) throws IOException {
        Map<String, List<String>> told = new TreeMap<>();
        try (Stream<Path> logs = Files.list(platform.platform().data().resolve("logs"))) {
            for (Path log : logs.toList()) {
                String text = Files.readString(log);
                List<String> found = written.stream().filter(text::contains).toList();
                if (!found.isEmpty()) told.put(log.getFileName().toString(), found);
            }
        }
        return told;
    }

    /** What somebody can tell the worlds apart by. */
    private Map<String, Object> apart() throws Exception {
        fingerprint.settled();
        Map<String, Object> apart = new TreeMap<>();
        for (Operation operation : access.operations()) {
            if (!operation.reads()) continue;
            for (String role : access.roles(operation)) {
                Doors.Caller reader = people.get(role);
                // A party that has submitted reads what it gave itself.
                if (reader == null || WalkedRound.LEADS.containsKey(role) && !role.equals("third-party")) continue;
                for (String path : paths(operation)) {
                    Object kind = answer(reader, operation, path, GENEROUS, HARSH);
                    Object hard = answer(reader, operation, path, HARSH, GENEROUS);
                    if (!kind.equals(hard)) apart.put(role + " " + operation + " " + path, List.of(kind, hard));
                }
            }
        }
        return apart;
    }

    private static List<String> paths(Operation operation) {
        List<String> paths = List.of(operation.path());
        for (var name : NAMES.entrySet()) {
            String hole = "{" + name.getKey() + "}";
            paths = paths.stream()
                    .flatMap(path -> path.contains(hole)
                            ? name.getValue().stream().map(value -> path.replace(hole, value))
                            : Stream.of(path))
                    .toList();
        }
        return paths;
    }

    private static Object answer(Doors.Caller reader, Operation operation, String path, String world, String other) {
        String here = path.replaceAll("\\{(evaluation|invitation)}", world).replaceAll("\\{\\w+}", "1");
        HttpResponse<String> answer = reader.send(Request.get(operation.service(), here));
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String body = type.contains("json") && !type.contains("ndjson")
                ? without(other, Doors.json(answer.body())).toString()
                : answer.body();
        return List.of(
                answer.statusCode(),
                type,
                operation.givesFile() && answer.statusCode() == 200 && type.contains("spreadsheet")
                        ? "a workbook"
                        : DRAWN.matcher(body.replace(world, "{evaluation}")).replaceAll("?"));
    }

    /** A district's lists hold both worlds: without what is about the other one. */
    private static JsonNode without(String other, JsonNode node) {
        if (node instanceof ArrayNode list) {
            ArrayNode kept = Doors.JSON.createArrayNode();
            for (JsonNode each : list) {
                if (!each.toString().contains(other)) kept.add(without(other, each));
            }
            return kept;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode kept = Doors.JSON.createObjectNode();
            object.properties().forEach(field -> kept.set(field.getKey(), without(other, field.getValue())));
            return kept;
        }
        return node;
    }
}
