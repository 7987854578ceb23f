package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.AccessList.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks contracts/access.yaml over the running platform: every operation, with everybody. Whoever is named succeeds and
 * gets what the OpenAPI file promises; whoever is not — another role, the same role of another station or district, no seat
 * on the panel, no longer a seat, another portal, no token — is refused whatever the body, and learns nothing.
 */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);
    private static final String SCORED = "dagang-2023-scored";
    private static final String NO_DOCUMENT = "{\"没有\":";
    private final AccessList access = new AccessList();
    private Doors doors;
    private WalkedRound round;
    private Strangers strangers;

    @BeforeAll
    void aRoundIsClosedAndEverybodyHasSignedIn(RunningPlatform platform, @TempDir Path folder) throws Exception {
        doors = new Doors(platform);
        round = new WalkedRound(platform, doors, folder);
        strangers = new Strangers(doors, round);
    }

    @Test
    void whoeverIsNamedSucceeds() throws Exception {
        List<String> wrong = new ArrayList<>();
        ShownExamples shown = new ShownExamples(access);
        for (Operation operation : access.operations()) {
            for (String role : access.roles(operation)) {
                Request request = round.request(operation, role);
                HttpResponse<String> answer = role.equals(AccessList.ANONYMOUS)
                        ? doors.send(request)
                        : round.doer(operation, role).send(request);
                if (answer.statusCode() >= 300) {
                    wrong.add("%s %s: %d %s".formatted(role, request, answer.statusCode(), answer.body()));
                } else if (!operation.givesFile()) {
                    JsonNode body = Doors.json(answer.body());
                    access.bodies(operation).answers(operation.name()).forEach(form -> access.bodies(operation)
                            .faults(form, body)
                            .forEach(fault -> wrong.add("%s %s: %s".formatted(role, request, fault))));
                    shown.add(operation, request, body);
                }
            }
        }

        assertThat(wrong).isEmpty();
        shown.writeIfWanted();
    }

    @Test
    void anotherRoleOrNobodyIsRefusedAndChangesNothing() {
        List<String> wrong = new ArrayList<>();
        Map<String, String> before = everythingReadable();

        for (Operation operation : restricted()) {
            round.people().forEach((role, caller) -> {
                if (!access.roles(operation).contains(role)) tryAll(operation, role, caller, wrong);
            });
            tryAll(operation, "", null, wrong);
        }

        assertThat(wrong).isEmpty();
        assertThat(everythingReadable()).isEqualTo(before);
    }

    @Test
    void theSameRoleOfAnotherStationOrDistrictIsRefusedAndCannotTellWhatExists() {
        List<String> wrong = new ArrayList<>();
        Map<String, String> before = everythingReadable();

        for (Operation operation : guarded()) {
            for (var others : List.of(strangers.neighbours(), strangers.faraway())) {
                others.forEach((role, caller) -> {
                    tryAll(operation, role, caller, wrong);
                    compareWithNothing(operation, role, caller, wrong);
                });
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(everythingReadable()).isEqualTo(before);
    }

    @Test
    void thePartysRoleWithoutASeatOnThePanelIsRefused() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : ofTheRound()) {
            strangers.offPanel().forEach((role, caller) -> tryAll(operation, role, caller, wrong));
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void whoeverIsRecusedIsRefusedEverythingButItsOwnDeclarations() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : ofTheRound()) {
            if (Set.of("/panel/{evaluator}/pledge", "/panel/{evaluator}/recusal")
                    .contains(operation.tail())) continue;
            round.recused().forEach((role, caller) -> {
                Request request = valid(operation, role);
                String own = request.path().replace(WalkedRound.LEADS.get(role), WalkedRound.RECUSED.get(role));
                tryOne(request, caller, wrong);
                tryOne(request.at(own), caller, wrong);
            });
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void onePartysLeadIsRefusedWhatBelongsToAnother() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : ofTheRound()) {
            if (!operation.path().matches(".*\\{(evaluator|author|party|voice)}.*")) continue;
            for (String role : WalkedRound.LEADS.keySet()) {
                for (String other : WalkedRound.LEADS.keySet()) {
                    if (role.equals(other) || !access.roles(operation).contains(other)) continue;
                    tryOne(round.request(operation, other), round.as(role), wrong);
                    if (!operation.reads()) {
                        tryOne(round.request(operation, other).with(NO_DOCUMENT), round.as(role), wrong);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** A party has scored and the others have not: what one could learn of another is worth most. */
    @Test
    void whileARoundIsScoredNobodyElseIsToldAnythingEither() {
        scoreWithOneParty();
        List<String> wrong = new ArrayList<>();

        for (Operation operation : ofTheRound()) {
            round.people().forEach((role, caller) -> {
                if (!access.roles(operation).contains(role)) tryWhileScored(operation, role, caller, wrong);
            });
            for (var others : List.of(strangers.neighbours(), strangers.faraway(), strangers.offPanel())) {
                others.forEach((role, caller) -> tryWhileScored(operation, role, caller, wrong));
            }
            tryWhileScored(operation, "", null, wrong);
        }

        assertThat(wrong).isEmpty();
    }

    /** Groups that name the place, but a portal that carries another role: a pair counts as a pair or not at all. */
    @Test
    void rolesAndPlacesAreNeverCombinedAcrossPortals() {
        String name = "walk.both";
        Doors.Caller asThirdParty = doors.newcomer("third-party", name, round.as("bureau"), "nansha", "huangge");
        Doors.Caller asOperator = doors.newcomer("operator", name, round.as("bureau"), "nansha", "dagang");
        List<String> wrong = new ArrayList<>();

        for (Operation operation : guarded()) {
            tryAll(operation, "operator", asThirdParty, wrong);
            if (!access.roles(operation).contains("operator")) tryAll(operation, "third-party", asOperator, wrong);
        }

        assertThat(wrong).isEmpty();
    }

    private void scoreWithOneParty() {
        Doors.Caller lead = round.as("third-party");
        new ScoringRound(round.as("bureau"), SCORED, WalkedRound.ROUND).make(round.as("operator"));
        String sheet = "/sheets/" + WalkedRound.LEADS.get("third-party");
        lead.ask(Request.put(
                "scoring",
                path(SCORED, "/panel/" + WalkedRound.LEADS.get("third-party") + "/pledge"),
                Doors.json("{\"occurredOn\":\"2024-06-20\"}")));
        JsonNode given = lead.ask(Request.get("scoring", path(WalkedRound.ROUND, sheet)));
        lead.ask(Request.put(
                "scoring", path(SCORED, sheet), Doors.JSON.createObjectNode().set("scores", given.get("scores"))));
        lead.ask(Request.put("scoring", path(SCORED, sheet + "/submission"), Doors.json("{}")));
    }

    private static String path(String code, String part) {
        return "/v1/evaluations/" + code + part;
    }

    /** The same request about the round that is being scored; where it would write, with no document. */
    private void tryWhileScored(Operation operation, String role, Doors.Caller caller, List<String> wrong) {
        Request request = valid(operation, role);
        Request there = request.at(request.path().replaceFirst("evaluations/[a-z0-9-]+", "evaluations/" + SCORED));
        // Whoever opens a round says in the document where: without one there is nothing yet that is not theirs.
        boolean asked = operation.reads() || operation.path().equals("/v1/evaluations/{evaluation}");
        tryOne(asked ? there : there.with(NO_DOCUMENT), caller, wrong);
    }

    /** Everything the bureau and the leads can read of the round. */
    private Map<String, String> everythingReadable() {
        Map<String, String> all = new TreeMap<>();
        for (Operation operation : access.operations()) {
            if (!operation.reads() || operation.givesFile() || operation.ofCaller()) continue;
            if (access.roles(operation).contains(AccessList.ANONYMOUS)) continue;
            for (String role : access.roles(operation)) {
                Request request = round.request(operation, role);
                all.put(
                        role + " " + request,
                        round.doer(operation, role).send(request).body());
            }
        }
        return all;
    }

    private List<Operation> restricted() {
        return access.operations().stream()
                .filter(operation -> !access.roles(operation).contains(AccessList.ANONYMOUS))
                .toList();
    }

    /** Those that are about something: the same role elsewhere is not refused what is its own. */
    private List<Operation> guarded() {
        return restricted().stream().filter(operation -> !operation.ofCaller()).toList();
    }

    private List<Operation> ofTheRound() {
        return guarded().stream()
                .filter(operation -> operation.path().contains("{evaluation}"))
                .toList();
    }

    /** The request that would succeed for somebody of this role, or for the first who may, where the role may not. */
    private Request valid(Operation operation, String role) {
        Set<String> roles = access.roles(operation);
        return round.request(
                operation, roles.contains(role) ? role : roles.iterator().next());
    }

    /** With a good document and, as access comes first, with none. */
    private void tryAll(Operation operation, String role, Doors.Caller caller, List<String> wrong) {
        Request request = valid(operation, role);
        tryOne(request, caller, wrong);
        if (!operation.reads()) {
            boolean placeInBody =
                    operation.tail().isEmpty() && operation.service().equals("scoring");
            tryOne(
                    request.with(
                            placeInBody
                                    ? request.body().replaceFirst("\"title\":\"[^\"]*", "\"title\":\"")
                                    : NO_DOCUMENT),
                    caller,
                    wrong);
        }
    }

    private void tryOne(Request request, Doors.Caller caller, List<String> wrong) {
        HttpResponse<String> answer = caller == null ? doors.send(request) : caller.send(request);
        if (!REFUSED.contains(answer.statusCode()) || WalkedRound.isToldIn(answer.body())) {
            wrong.add("%s, %s: %d %s".formatted(caller, request, answer.statusCode(), answer.body()));
        }
    }

    /** The same request about a round that does not exist: status and words must be the same. */
    private void compareWithNothing(Operation operation, String role, Doors.Caller caller, List<String> wrong) {
        if (!operation.path().contains("{evaluation}")) return;
        Request request = valid(operation, role);
        HttpResponse<String> there = caller.send(request);
        HttpResponse<String> nowhere =
                caller.send(request.at(request.path().replaceFirst("evaluations/[a-z0-9-]+", "evaluations/nothing")));
        String told = there.body()
                .replaceAll(
                        WalkedRound.ROUND + "|" + AmendedRound.CODE + "|" + SurveyedRound.CODE
                                + "|dagang-2023-cancelled",
                        "nothing");
        if (there.statusCode() != nowhere.statusCode() || !told.equals(nowhere.body())) {
            wrong.add("%s, %s: %s, but of nothing: %s".formatted(caller, request, there.body(), nowhere.body()));
        }
    }
}
