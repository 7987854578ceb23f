package cn.mingjian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs people and machines in at the running platform's Keycloak, and knocks at its services with their tokens. */
final class Doors {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int MOST_REPETITIONS = 5;
    private static final Duration FRESH = Duration.ofMinutes(3);

    private final RunningPlatform platform;
    private final String keycloak;
    private final String realm;
    private final JsonNode services;
    private final Map<String, String> passwords = new HashMap<>();

    Doors(RunningPlatform platform) throws IOException {
        this.platform = platform;
        JsonNode addresses = platform.addresses();
        this.keycloak = addresses.get("keycloak").asText();
        this.realm = addresses.get("realm").asText();
        this.services = addresses.get("services");
    }

    /** Somebody who is signed in, and signs in again before the token ends. */
    final class Caller {
        private final String name;
        private final String client;
        private final Map<String, String> grant;
        private JsonNode tokens = JSON.missingNode();
        private Instant since = Instant.MIN;

        private Caller(String name, String client, Map<String, String> grant) {
            this.name = name;
            this.client = client;
            this.grant = grant;
        }

        String token() {
            if (since.plus(FRESH).isBefore(Instant.now())) {
                tokens = Doors.this.tokens(realm, client, secretOf(client), grant);
                since = Instant.now();
            }
            return tokens.get("access_token").asText();
        }

        /** Keycloak's whole answer: access, refresh and, when asked for, id token. */
        JsonNode tokens() {
            token();
            return tokens;
        }

        HttpResponse<String> send(Request request, String... headers) {
            return Doors.this.send(
                    request,
                    Stream.concat(Stream.of("Authorization", "Bearer " + token()), Stream.of(headers))
                            .toArray(String[]::new));
        }

        /** What has to succeed. */
        JsonNode ask(Request request, String... headers) {
            HttpResponse<String> answer = send(request, headers);
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(name + ", " + request + ": " + answer.body());
            }
            return json(answer.body());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    Caller machine(String client) {
        return new Caller(client, client, Map.of("grant_type", "client_credentials"));
    }

    /** An account that exists, in the portal of a role, under a password given to it once. */
    Caller person(String role, String username) {
        String password = password(username);
        return new Caller(
                username + " as " + role,
                "demo-" + role,
                Map.of("grant_type", "password", "scope", "openid", "username", username, "password", password));
    }

    /** The password that an account is given once, for signing in at a page. */
    String password(String username) {
        return passwords.computeIfAbsent(username, this::passwordOf);
    }

    /** An account that a bureau makes now or knows already, with a role at a station of its district. */
    Caller newcomer(String role, String username, Caller bureau, String district, String station) {
        account(role, username, bureau, district, station);
        return person(role, username);
    }

    /** Makes an account that nobody has a password of. */
    void account(String role, String username, Caller bureau, String district, String station) {
        var account = JSON.createObjectNode().put("displayName", "验收");
        account.putArray("memberships").addObject().put("station", station).put("role", role);
        bureau.ask(Request.put("district", "/v1/districts/" + district + "/accounts/" + username, account));
    }

    /** A request with headers of its own choosing, as name and value in turn. */
    HttpResponse<String> send(Request request, String... headers) {
        HttpRequest.Builder built = HttpRequest.newBuilder(
                        URI.create(services.get(request.service()).asText() + request.path()))
                .method(
                        request.method(),
                        request.body().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(request.body(), Request.charset(request.type())));
        if (!request.body().isEmpty()) built.header("Content-Type", request.type());
        if (headers.length > 0) built.headers(headers);
        return send(built);
    }

    /** The tokens that a client of a realm gets for a grant. */
    JsonNode tokens(String ofRealm, String client, String secret, Map<String, String> grant) {
        Map<String, String> form = new LinkedHashMap<>(grant);
        form.put("client_id", client);
        if (!secret.isEmpty()) form.put("client_secret", secret);
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(URI.create(keycloak + "/realms/" + ofRealm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.entrySet().stream()
                                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                                .collect(Collectors.joining("&")))));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(client + " " + grant.get("username") + answer.body());
        }
        return json(answer.body());
    }

    /** A request to Keycloak itself, below its address. */
    HttpResponse<String> keycloak(String method, String path, String token, String body) {
        return send(HttpRequest.newBuilder(URI.create(keycloak + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    String realm() {
        return realm;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private String secretOf(String client) {
        return secret("client-" + client);
    }

    private String secret(String name) {
        try {
            return platform.secret(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all sessions of an account, as an administrator does. */
    void signOut(String username) {
        String bearer = machine("demo-accounts").token();
        HttpResponse<String> answer = keycloak("POST", users() + "/" + id(username, bearer) + "/logout", bearer, "");
        if (answer.statusCode() != 204) throw new IllegalStateException(username + ": " + answer.body());
    }

    /** Lets nobody in under an account any more, as an administrator does. */
    void disable(String username) {
        String bearer = machine("demo-accounts").token();
        HttpResponse<String> answer =
                keycloak("PUT", users() + "/" + id(username, bearer), bearer, "{\"enabled\":false}");
        if (answer.statusCode() != 204) throw new IllegalStateException(username + ": " + answer.body());
    }

    /** How many seconds the tokens of a client are good for; empty for as many as those of all others. */
    void tokenLifespan(String client, String seconds) {
        String clients = "/admin/realms/" + realm + "/clients";
        JsonNode found = json(keycloak("GET", clients + "?clientId=" + client, administrator(), "")
                        .body())
                .get(0);
        ((ObjectNode) found.get("attributes")).put("access.token.lifespan", seconds);
        HttpResponse<String> answer =
                keycloak("PUT", clients + "/" + found.get("id").asText(), administrator(), found.toString());
        if (answer.statusCode() != 204) throw new IllegalStateException(client + ": " + answer.body());
    }

    /** Asked for each time: it is good for a minute. */
    String administrator() {
        String adminPassword = secret("keycloak-admin");
        return tokens(
                        "master",
                        "admin-cli",
                        "",
                        Map.of("grant_type", "password", "username", "admin", "password", adminPassword))
                .get("access_token")
                .asText();
    }

    private String users() {
        return "/admin/realms/" + realm + "/users";
    }

    private String id(String username, String bearer) {
        return json(keycloak("GET", users() + "?exact=true&username=" + encoded(username), bearer, "")
                        .body())
                .get(0)
                .get("id")
                .asText();
    }

    /** The demo's own, as scripts/accounts tells it: the commands go on to sign in with it. */
    private String passwordOf(String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secretOf("demo-accounts").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
            return give(username, "demo-1-" + HexFormat.of().formatHex(digest, 0, 12), false);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A password that its holder has chosen. */
    String ownPassword(String username) {
        return give(username, "acceptance-1-" + UUID.randomUUID(), false);
    }

    /** A password that has to be changed at the first sign-in, as an administrator gives it. */
    String temporaryPassword(String username) {
        return give(username, "acceptance-1-" + UUID.randomUUID(), true);
    }

    /** An address of the realm at the directory. */
    String keycloakAddress(String path) {
        return keycloak + "/realms/" + realm + path;
    }

    private String give(String username, String password, boolean temporary) {
        String bearer = machine("demo-accounts").token();
        String body = JSON.createObjectNode()
                .put("type", "password")
                .put("value", password)
                .put("temporary", temporary)
                .toString();
        keycloak("PUT", users() + "/" + id(username, bearer) + "/reset-password", bearer, body);
        return password;
    }

    /** As everybody has to who asks a service too often: a few times again, after as long as it says. */
    private static HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(Duration.ofSeconds(30)).build();
        try {
            HttpResponse<String> answer = HTTP.send(built, Doors::text);
            for (int again = 0; answer.statusCode() == 429 && again < MOST_REPETITIONS; again++) {
                Thread.sleep(Duration.ofSeconds(
                        answer.headers().firstValueAsLong("Retry-After").orElseThrow()));
                answer = HTTP.send(built, Doors::text);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse.BodySubscriber<String> text(HttpResponse.ResponseInfo answer) {
        return HttpResponse.BodySubscribers.ofString(
                Request.charset(answer.headers().firstValue("Content-Type").orElse("")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
