package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.AccessList.Operation;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that are old, for somebody else, of another realm, unsigned or wrongly signed, at every operation of every service. */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadTokensIT {
    private static final List<String> BUREAU = List.of("bureau");
    private static final List<String> AT_NANSHA = List.of("/nansha/bureau");

    private final AccessList access = new AccessList();

    private Doors doors;
    private WalkedRound round;
    private ForgedTokens forged;
    private String shortLived;

    @BeforeAll
    void aRoundIsClosed(RunningPlatform platform, @TempDir Path folder) throws Exception {
        doors = new Doors(platform);
        round = new WalkedRound(platform, doors, folder);
        forged = new ForgedTokens(doors);
        shortLived = forged.signed(BUREAU, AT_NANSHA, ForgedTokens.AUDIENCES, 1);
    }

    @AfterAll
    void nothingIsLeft() {
        forged.close();
    }

    /** Otherwise the refusals below would show nothing. */
    @Test
    void theSameClaimsInAGoodTokenAreTaken() {
        String good = forged.signed(BUREAU, AT_NANSHA, ForgedTokens.AUDIENCES, 300);

        for (Operation operation : access.operations()) {
            if (operation.reads() && access.roles(operation).contains("bureau")) {
                assertThat(bearer(round.request(operation, "bureau"), good).statusCode())
                        .as(operation.toString())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aBadTokenIsNoTokenWhateverItSays() throws Exception {
        String good = round.as("bureau").token();
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("of another realm", forged.ofAnotherRealm(BUREAU, AT_NANSHA));
        bad.put("for nobody", forged.signed(BUREAU, AT_NANSHA, List.of(), 300));
        bad.put(
                "for another service",
                forged.signed(BUREAU, AT_NANSHA, List.of("mingjian-portal", "mingjian", "account"), 300));
        bad.put("unsigned", ForgedTokens.unsigned(good));
        bad.put("stripped", good.substring(0, good.lastIndexOf('.') + 1));
        bad.put("two parts", good.substring(0, good.lastIndexOf('.')));
        bad.put("garbled", ForgedTokens.garbled(good));
        bad.put("tampered", ForgedTokens.tampered(good));
        bad.put("signed with the public key", forged.hmac(good));
        bad.put("an id token", round.as("bureau").tokens().get("id_token").asText());
        bad.put(
                "a refresh token",
                round.as("bureau").tokens().get("refresh_token").asText());
        bad.put("no token", "e30.e30.");
        bad.put("nothing", "");
        untilExpired(shortLived);
        bad.put("expired", shortLived);
        List<String> wrong = new ArrayList<>();

        for (Operation operation : guarded()) {
            Request request = request(operation);
            bad.forEach((name, token) -> judge(name, request, bearer(request, token), Set.of(401), wrong));
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aGoodTokenInTheWrongPlaceIsNoToken() {
        String good = round.as("bureau").token();
        List<String> wrong = new ArrayList<>();

        for (Operation operation : guarded()) {
            Request request = request(operation);
            for (String parameter : List.of("access_token", "token", "authorization")) {
                Request asking = request.at(request.path() + "?" + parameter + "=" + good);
                judge(parameter, asking, doors.send(asking), Set.of(401), wrong);
            }
            for (String value : List.of(
                    "Basic " + good, "Token " + good, good, "Bearer", "Bearer " + good + " " + good, "DPoP " + good)) {
                judge(value, request, doors.send(request, "Authorization", value), Set.of(401), wrong);
            }
            judge(
                    "two",
                    request,
                    doors.send(request, "Authorization", "Bearer " + good, "Authorization", "Bearer x"),
                    Set.of(400, 401),
                    wrong);
            judge(
                    "two",
                    request,
                    doors.send(request, "Authorization", "Bearer x", "Authorization", "Bearer " + good),
                    Set.of(400, 401),
                    wrong);
            judge("cookie", request, doors.send(request, "Cookie", "access_token=" + good), Set.of(401), wrong);
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void groupsAndRolesThatOnlyLookRightGiveNothing() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put(
                "groups like the bureau's",
                forged.signed(
                        BUREAU,
                        List.of(
                                "/nansha/dagang/operator/../bureau",
                                "/nansha/../nansha/bureau",
                                "/nansha//bureau",
                                "nansha/bureau",
                                "/nansha/bureau/",
                                "/Nansha/bureau",
                                "/nansha/bureau ",
                                "/n\u0430nsha/bureau",
                                "/nansha/\uff42ureau",
                                "/nansha%2Fbureau",
                                "/nansha/bureaux",
                                "/*/bureau",
                                "//bureau",
                                "/./bureau",
                                "/nansha/dagang/x/bureau"),
                        ForgedTokens.AUDIENCES,
                        300));
        bad.put(
                "groups like the operator's",
                forged.signed(
                        List.of("operator"),
                        List.of(
                                "/nansha/dagang/xoperator",
                                "/nansha/dagang/operator/x",
                                "/nansha/dagang",
                                "/nansha/DAGANG/operator"),
                        ForgedTokens.AUDIENCES,
                        300));
        bad.put(
                "roles like the bureau's",
                forged.signed(
                        List.of("BUREAU", "bureau ", "\uff42ureau", "nansha/bureau", "*"),
                        AT_NANSHA,
                        ForgedTokens.AUDIENCES,
                        300));
        bad.put("a role without its group", forged.signed(BUREAU, List.of(), ForgedTokens.AUDIENCES, 300));
        bad.put("a group without its role", forged.signed(List.of(), AT_NANSHA, ForgedTokens.AUDIENCES, 300));
        bad.put("another role's group", forged.signed(List.of("operator"), AT_NANSHA, ForgedTokens.AUDIENCES, 300));
        // True rights at places that only look like these: each has an inbox of its own there, and nothing here.
        Map<String, String> elsewhere = Map.of(
                "a bureau elsewhere",
                forged.signed(BUREAU, List.of("/nanshax/bureau"), ForgedTokens.AUDIENCES, 300),
                "an operator elsewhere",
                forged.signed(
                        List.of("operator"),
                        List.of(
                                "/nansha/dagangx/operator",
                                "/nansha/dagan/operator",
                                "/nansha/dagang-/operator",
                                "/zengcheng/dagang/operator"),
                        ForgedTokens.AUDIENCES,
                        300));
        List<String> wrong = new ArrayList<>();

        for (Operation operation : guarded()) {
            Request request = request(operation);
            Set<Integer> refused = Set.of(403, 404);
            bad.forEach((name, token) -> judge(name, request, bearer(request, token), refused, wrong));
            elsewhere.forEach((name, token) ->
                    judge(name, request, bearer(request, token), operation.ofCaller() ? Set.of(200) : refused, wrong));
        }

        assertThat(wrong).isEmpty();
    }

    private HttpResponse<String> bearer(Request request, String token) {
        return doors.send(request, "Authorization", "Bearer " + token);
    }

    private static void judge(
            String name, Request request, HttpResponse<String> answer, Set<Integer> expected, List<String> wrong) {
        String body = answer.body();
        boolean talks = WalkedRound.isToldIn(body)
                || body.contains("Exception")
                || body.contains("cn.mingjian")
                || body.contains("jose");
        if (!expected.contains(answer.statusCode()) || talks) {
            wrong.add("%s, %s: %d %s".formatted(name, request, answer.statusCode(), body));
        }
    }

    private Request request(Operation operation) {
        Set<String> roles = access.roles(operation);
        return round.request(
                operation,
                roles.contains("bureau") ? "bureau" : roles.iterator().next());
    }

    private List<Operation> guarded() {
        return access.operations().stream()
                .filter(operation -> !access.roles(operation).contains(AccessList.ANONYMOUS))
                .toList();
    }

    private static void untilExpired(String token) {
        Instant end =
                Instant.ofEpochSecond(ForgedTokens.claims(token).get("exp").asLong());
        while (!Instant.now().isAfter(end)) Thread.onSpinWait();
    }
}
