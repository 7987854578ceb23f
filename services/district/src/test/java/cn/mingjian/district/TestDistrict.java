package cn.mingjian.district;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;

import cn.mingjian.platform.test.Tokens;
import cn.mingjian.platform.test.Topics;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hamcrest.Matcher;

/** A district of one run alone, since the realm may be shared with other tests, and how its callers speak to it. */
record TestDistrict(String code) {

    static TestDistrict unique() {
        return new TestDistrict(
                "d" + UUID.randomUUID().toString().replace("-", "").substring(0, 10));
    }

    String bureau() {
        return Tokens.of("bureau", code);
    }

    String operator(String station) {
        return Tokens.of("operator", code + "/" + station);
    }

    /** Under the district: {@code /stations/dagang}; the empty text is the district itself. */
    ValidatableResponse put(String path, Object body) {
        return put(bureau(), path, body);
    }

    ValidatableResponse put(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/districts/" + code + path)
                .then();
    }

    /** As {@link #put(String, Object)}, with a header. */
    ValidatableResponse put(String path, Object body, String header, String value) {
        return given().auth()
                .oauth2(bureau())
                .header(header, value)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/districts/" + code + path)
                .then();
    }

    ValidatableResponse get(String path) {
        return get(bureau(), path);
    }

    ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get("/v1/districts/" + code + path).then();
    }

    ValidatableResponse post(String path) {
        return post(bureau(), path);
    }

    ValidatableResponse post(String token, String path) {
        return given().auth().oauth2(token).post("/v1/districts/" + code + path).then();
    }

    ValidatableResponse post(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/districts/" + code + path)
                .then();
    }

    ValidatableResponse getWithoutToken(String path) {
        return given().get("/v1/districts/" + code + path).then();
    }

    /** An evaluator's account under a name that no other run has: {@code final.tp-1}. */
    String account(String name) {
        return "/accounts/" + name.replace(".", "-" + code + ".");
    }

    static Map<String, Object> membership(String station, String role) {
        return Map.of("displayName", "评委", "memberships", List.of(Map.of("station", station, "role", role)));
    }

    /** Publishes what scoring tells of an evaluation at a station. */
    void scoring(String evaluation, String station, String type, String fields) {
        Topics.publish(
                "scoring.evaluation",
                evaluation,
                type,
                "{\"%s\":\"%s\",\"district\":\"%s\",\"station\":\"%s\",%s}"
                        .formatted(
                                type.equals("EvaluationOpened") ? "code" : "evaluation",
                                evaluation,
                                code,
                                station,
                                fields));
    }

    /** Registers the district with its bureau. */
    void register() {
        var document = Map.of(
                "name",
                "南沙区",
                "bureauAccount",
                "bureau@" + code,
                "platformAccount",
                "service-account-municipal-platform");
        put(Tokens.installer(), "", document).statusCode(201);
    }

    /** Asks until the board shows an entry that fits, or twenty seconds have passed. */
    void awaitBoard(String query) {
        await("/board" + query, "evaluations", not(empty()));
    }

    /** Asks until a field of the answer is as it should be, or twenty seconds have passed. */
    void await(String path, String field, Matcher<?> matcher) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!matcher.matches(get(path).extract().<Object>path(field))) {
            assertThat(Instant.now()).as(path).isBefore(deadline);
        }
    }

    /** An account's groups as Keycloak has them, each with the roles that it gives. */
    static Map<String, List<String>> rights(String account) {
        List<Map<String, String>> groups =
                directory("/users/" + account + "/groups").extract().path("$");
        return groups.stream().collect(Collectors.toMap(group -> group.get("path"), group -> directory(
                        "/groups/" + group.get("id") + "/role-mappings/realm")
                .extract()
                .path("name")));
    }

    static String displayName(String account) {
        return directory("/users/" + account).extract().path("attributes.displayName[0]");
    }

    static String username(String account) {
        return directory("/users/" + account).extract().path("username");
    }

    /** The sign-ins of an account that last, by their ids. */
    static List<String> sessions(String account) {
        return directory("/users/" + account + "/sessions").extract().path("id");
    }

    /** What an account may sign in with. */
    static List<String> credentials(String account) {
        return directory("/users/" + account + "/credentials").extract().path("type");
    }

    /** What an account has to do when it signs in next. */
    static List<String> requiredActions(String account) {
        return directory("/users/" + account).extract().path("requiredActions");
    }

    /** As whoever the account is for does at the first sign-in. */
    static void choosePassword(String account, String password) {
        asDirectory()
                .contentType(ContentType.JSON)
                .body(Map.of("type", "password", "value", password, "temporary", false))
                .put(directoryAddress("/users/" + account + "/reset-password"))
                .then()
                .statusCode(204);
    }

    private static ValidatableResponse directory(String path) {
        return asDirectory().get(directoryAddress(path)).then().statusCode(200);
    }

    private static RequestSpecification asDirectory() {
        return given().auth().oauth2(Tokens.client("service-district"));
    }

    private static String directoryAddress(String path) {
        String issuer = ConfigProvider.getConfig().getValue("mingjian.district.issuer", String.class);
        return issuer.replace("/realms/", "/admin/realms/") + path;
    }
}
