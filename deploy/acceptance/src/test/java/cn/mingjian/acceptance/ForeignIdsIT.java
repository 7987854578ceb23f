package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.AccessList.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ids of other stations, wherever a request can carry them: in paths of every spelling, in queries, in bodies. */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignIdsIT {
    private static final String NANSHA = "/v1/districts/nansha";
    private static final String ZENGCHENG = "/v1/districts/zengcheng";

    private final AccessList access = new AccessList();

    private WalkedRound round;
    private Strangers strangers;
    private Doors.Caller bureau;
    private Doors.Caller foreignBureau;

    @BeforeAll
    void aRoundIsClosed(RunningPlatform platform, @TempDir Path folder) throws Exception {
        Doors doors = new Doors(platform);
        round = new WalkedRound(platform, doors, folder);
        strangers = new Strangers(doors, round);
        bureau = round.as("bureau");
        foreignBureau = strangers.faraway().get("bureau");
    }

    @Test
    void noSpellingOfAPathLeadsAround() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : access.operations()) {
            if (!operation.reads() || access.roles(operation).contains(AccessList.ANONYMOUS)) continue;
            Request request =
                    round.request(operation, access.roles(operation).iterator().next());
            for (String path : spellings(request.path())) {
                strangers.faraway().forEach((role, caller) -> {
                    HttpResponse<String> answer = caller.send(request.at(path));
                    boolean own = answer.statusCode() == 200 && (operation.ofCaller() || path.contains("zengcheng;"));
                    boolean refused = answer.statusCode() >= 400 && answer.statusCode() < 500;
                    if (!(own || refused) || WalkedRound.isToldIn(answer.body())) {
                        wrong.add("%s, %s %s: %d %s"
                                .formatted(caller, request.service(), path, answer.statusCode(), answer.body()));
                    }
                });
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void parametersThatNobodyAskedForChangeNothing() {
        Map<String, String> more = Map.ofEntries(
                Map.entry("sort", "total"),
                Map.entry("expand", "sheets,scores"),
                Map.entry("include", "all"),
                Map.entry("fields", "*"),
                Map.entry("filter", "station%3Ddagang"),
                Map.entry("district", "nansha"),
                Map.entry("station", "dagang"),
                Map.entry("evaluation", WalkedRound.ROUND),
                Map.entry("evaluator", "tp-1"),
                Map.entry("party", "THIRD_PARTY"),
                Map.entry("role", "bureau"),
                Map.entry("account", "x"));
        List<String> wrong = new ArrayList<>();
        for (Operation operation : access.operations()) {
            if (!operation.reads() || operation.givesFile()) continue;
            if (access.roles(operation).contains(AccessList.ANONYMOUS)) continue;
            Set<String> known = access.queryParameters(operation);
            for (String role : access.roles(operation)) {
                Request request = round.request(operation, role);
                Doors.Caller caller = round.doer(operation, role);
                String plain = caller.send(request).body();
                String unasked = more.entrySet().stream()
                        .filter(each -> !known.contains(each.getKey()))
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("&", "?", ""));
                String adorned =
                        caller.send(request.at(request.path() + unasked)).body();
                if (!plain.equals(adorned)) wrong.add("%s, %s: %s".formatted(caller, request, adorned));
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Of all parameters the one that names another round: a lead is refused a round whose panel it is not on. */
    @Test
    void aRoundIsSetBesideNoneOfOthers() {
        bureau.ask(Request.put("scoring", "/v1/evaluations/walk-beside", opening()));
        String spread = "/v1/evaluations/" + WalkedRound.ROUND + "/parties/THIRD_PARTY/spread?against=";
        Doors.Caller lead = round.as("third-party");

        assertThat(lead.send(Request.get("scoring", spread + WalkedRound.ROUND)).statusCode())
                .isEqualTo(200);
        assertThat(lead.send(Request.get("scoring", spread + "walk-nowhere")).statusCode())
                .isEqualTo(404);
        HttpResponse<String> foreign = lead.send(Request.get("scoring", spread + "walk-beside"));
        assertThat(foreign.statusCode()).as(foreign.body()).isEqualTo(403);
        assertThat(foreign.body()).contains("not-on-panel");
    }

    @Test
    void aPageOfAnotherDistrictsBoardLeadsNowhere() {
        String cursor =
                Base64.getUrlEncoder().withoutPadding().encodeToString("station//".getBytes(StandardCharsets.UTF_8));

        JsonNode own = bureau.ask(Request.get("district", NANSHA + "/board?limit=200&after=" + cursor));
        JsonNode foreign = foreignBureau.ask(Request.get("district", ZENGCHENG + "/board?limit=200&after=" + cursor));

        assertThat(own.get("evaluations").findValuesAsText("evaluation")).contains(WalkedRound.ROUND);
        assertThat(foreign.get("evaluations")).isEmpty();
        assertThat(foreign.get("next").isNull()).isTrue();
    }

    @Test
    void aBureauGivesNobodyARightElsewhere() {
        for (String station : List.of("huangge", "../nansha/dagang", "nansha/dagang", "nansha", "*", "")) {
            ObjectNode account = Doors.JSON.createObjectNode().put("displayName", "外人");
            account.putArray("memberships").addObject().put("station", station).put("role", "operator");

            assertThat(foreignBureau
                            .send(Request.put("district", ZENGCHENG + "/accounts/walk.reaching", account))
                            .statusCode())
                    .as(station)
                    .isEqualTo(422);
        }
        ObjectNode none = Doors.JSON.createObjectNode().put("displayName", "外人");
        none.putArray("memberships");
        for (String name : List.of(
                "operator@dagang.nansha",
                "bureau@nansha",
                "bureau@zengcheng",
                "service-account-installer",
                "walk.x%2F..%2Fadmin")) {
            HttpResponse<String> answer =
                    foreignBureau.send(Request.put("district", NANSHA + "/accounts/" + name, none));

            assertThat(answer.statusCode()).as(name).isIn(403, 404);
        }
    }

    @Test
    void anEvaluationTakesNoPlaceOrAgreementOfOthers() {
        ObjectNode opening = opening();
        Request foreign = Request.put("scoring", "/v1/evaluations/walk-of-others", opening);

        assertThat(foreignBureau.send(foreign).statusCode()).isEqualTo(403);
        assertThat(foreignBureau
                        .send(Request.put("scoring", "/v1/evaluations/" + WalkedRound.ROUND, opening))
                        .statusCode())
                .isEqualTo(403);

        ObjectNode borrowed = opening().put("station", "huangge");
        HttpResponse<String> answer = bureau.send(Request.put("scoring", "/v1/evaluations/walk-borrowed", borrowed));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("agreement-unknown").doesNotContain("大岗");

        ObjectNode own = opening().put("district", "zengcheng");
        HttpResponse<String> taken =
                foreignBureau.send(Request.put("scoring", "/v1/evaluations/" + WalkedRound.ROUND, own));
        assertThat(taken.statusCode()).as(taken.body()).isBetween(400, 499);
        assertThat(WalkedRound.isToldIn(taken.body())).isFalse();
    }

    /** A seat alone gives nothing: it counts with the party's role at the station. */
    @Test
    void whoeverIsNamedForThePanelWithoutARoleThereStaysOutside() {
        String code = "dagang-2023-named";
        bureau.ask(Request.put("scoring", "/v1/evaluations/" + code, opening()));
        ObjectNode panel = Doors.JSON.createObjectNode();
        ArrayNode members = panel.putArray("members");
        strangers.faraway().forEach((role, caller) -> {
            if (WalkedRound.LEADS.containsKey(role)) seat(members, role, caller, "far");
        });
        strangers.neighbours().forEach((role, caller) -> {
            if (WalkedRound.LEADS.containsKey(role)) seat(members, role, caller, "near");
        });
        HttpResponse<String> named = bureau.send(Request.put("scoring", "/v1/evaluations/" + code + "/panel", panel));
        assertThat(named.statusCode()).as(named.body()).isLessThan(300);

        for (var outsiders : List.of(strangers.faraway(), strangers.neighbours())) {
            outsiders.forEach((role, caller) -> {
                for (String path : List.of("", "/panel", "/rubric", "/evidence-snapshot", "/sheets/far-" + role)) {
                    assertThat(caller.send(Request.get("scoring", "/v1/evaluations/" + code + path))
                                    .statusCode())
                            .as(caller + path)
                            .isIn(403, 404);
                }
                for (String service : List.of("indicator", "staffing")) {
                    assertThat(caller.send(Request.get(service, "/v1/evaluations/" + code))
                                    .statusCode())
                            .as(caller + service)
                            .isEqualTo(404);
                }
            });
        }
    }

    @Test
    void documentsTakeNoAreaOrStationOfOthers() {
        Doors.Caller operator = round.as("operator");
        Doors.Caller platform = round.as("platform");
        String record =
                "{\"id\":\"X-1\",\"version\":1,\"station\":\"huangge\",\"type\":\"walk\",\"occurredOn\":\"2024-01-02\","
                        + "\"status\":\"SUBMITTED\",\"submittedAt\":\"2024-01-02T09:00:00+08:00\"}\n";
        Request delivery = new Request(
                "integration",
                "PUT",
                NANSHA + "/stations/dagang/deliveries/walk-foreign",
                record,
                "application/x-ndjson");

        assertThat(platform.ask(delivery).get("quarantined").asInt()).isEqualTo(1);
        assertThat(platform.send(delivery.at(ZENGCHENG + "/stations/dagang/deliveries/walk"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(platform.send(delivery.at("/v1/districts/nowhere/stations/dagang/deliveries/walk"))
                        .statusCode())
                .isEqualTo(403);
        ObjectNode agreement =
                (ObjectNode) bureau.ask(Request.get("district", NANSHA + "/stations/dagang/agreements/dagang-2023"))
                        .deepCopy();
        ((ObjectNode) agreement.get("targets").get(0)).put("area", "Z9");
        assertThat(bureau.send(Request.put("district", NANSHA + "/stations/dagang/agreements/walk", agreement))
                        .statusCode())
                .isEqualTo(422);
        assertThat(operator.send(Request.put("staffing", "/v1/evaluations/dagang-2023-named/roster", agreement))
                        .statusCode())
                .isIn(404, 422);
    }

    private ObjectNode opening() {
        return bureau.ask(Request.get("scoring", "/v1/evaluations/" + WalkedRound.ROUND))
                .deepCopy();
    }

    private static void seat(ArrayNode members, String role, Doors.Caller caller, String prefix) {
        members.addObject()
                .put("evaluator", prefix + "-" + role)
                .put("account", ForgedTokens.claims(caller.token()).get("sub").asText())
                .put("party", role.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))
                .put("label", role)
                .put("role", prefix.equals("far") ? "LEAD" : "MEMBER");
    }

    /** Other ways to write a path, none of which may lead anybody to what the plain one does not. */
    private static List<String> spellings(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String parent = path.substring(0, path.lastIndexOf('/'));
        return List.of(
                path + "/",
                path + "//",
                path.replace("/v1/", "//v1//"),
                path.replace("/v1/", "/v1/./"),
                path + ";x=1",
                path.replace("/v1/", "/v1;role=bureau/"),
                path.replace("/nansha", "/zengcheng;district=nansha").replace("/evaluations/", "/evaluations;a=b/"),
                path.replace("/districts/nansha", "/districts/zengcheng/../nansha")
                        .replace("/evaluations/", "/evaluations/x/../"),
                path.replace("/districts/nansha", "/districts/zengcheng%2F..%2Fnansha")
                        .replace("/evaluations/", "/evaluations/x%2F..%2F"),
                path.replace("/districts/nansha", "/districts/%6Eansha").replace("/evaluations/d", "/evaluations/%64"),
                path.replace("/districts/nansha", "/districts/NANSHA")
                        .replace("/evaluations/dagang", "/evaluations/DAGANG"),
                parent + "/%2e%2e/" + parent.substring(parent.lastIndexOf('/') + 1) + "/" + last,
                path + "%00",
                path + "%20",
                path + "%2F",
                path + ".json");
    }
}
