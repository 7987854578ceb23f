package cn.mingjian.platform.test;

import cn.mingjian.stack.Secrets;
import cn.mingjian.stack.TestServers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The test realm, changed through Keycloak's admin API with the rights of the district service: what it may not do, no
 * test can.
 */
final class Realm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Tokens live five minutes. */
    private static final Duration FRESH = Duration.ofMinutes(4);

    private static final Map<Map<String, String>, Token> TOKENS = new ConcurrentHashMap<>();
    private static final Map<String, String> GROUPS = new ConcurrentHashMap<>();

    private Realm() {}

    private record Token(String value, Instant since) {
        boolean isFresh() {
            return since.plus(FRESH).isAfter(Instant.now());
        }
    }

    static String tokenByPassword(String client, String username, String password) {
        return token(Map.of("grant_type", "password", "client_id", client, "username", username, "password", password));
    }

    static String tokenOfClient(String client) {
        return token(Map.of("grant_type", "client_credentials", "client_id", client));
    }

    static Account account(String role, String... places) {
        String username = "t-" + Secrets.next().substring(0, 12);
        String password = Secrets.next();
        String id = created(
                "/users",
                Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", false))));
        for (String place : places) {
            admin("PUT", "/users/" + id + "/groups/" + leaf(place, role), Map.of());
        }
        return new Account(id, username, password, role);
    }

    /** The leaf group that gives the role at the place, made with its parents when it is missing. */
    private static String leaf(String place, String role) {
        String path = "/" + place + "/" + role;
        String known = GROUPS.get(path);
        if (known != null) {
            return known;
        }
        String leaf = group(path);
        JsonNode realmRole = read(admin("GET", "/roles/" + role, null));
        admin("POST", "/groups/" + leaf + "/role-mappings/realm", List.of(realmRole));
        GROUPS.put(path, leaf);
        return leaf;
    }

    private static String group(String path) {
        HttpResponse<String> there = admin("GET", "/group-by-path" + path, null);
        if (there.statusCode() == 200) {
            return read(there).path("id").asText();
        }
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        String parent = slash == 0 ? "/groups" : "/groups/" + group(path.substring(0, slash)) + "/children";
        HttpResponse<String> made = admin("POST", parent, Map.of("name", name));
        return made.statusCode() == 201 ? idIn(made) : group(path);
    }

    private static String created(String path, Object body) {
        HttpResponse<String> response = admin("POST", path, body);
        if (response.statusCode() != 201) {
            throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
        }
        return idIn(response);
    }

    private static String idIn(HttpResponse<String> created) {
        String location = created.headers().firstValue("location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static HttpResponse<String> admin(String method, String path, @Nullable Object body) {
        TestServers.Addresses servers = RealServers.addresses();
        try {
            var request = HttpRequest.newBuilder(
                            URI.create(servers.keycloak() + "/admin/realms/" + servers.realm() + path))
                    .header("Authorization", "Bearer " + tokenOfClient("service-district"))
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            return send(request, Set.of(200, 201, 204, 404, 409));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token(Map<String, String> form) {
        Token token = TOKENS.get(form);
        if (token == null || !token.isFresh()) {
            token = new Token(request(form), Instant.now());
            TOKENS.put(form, token);
        }
        return token.value();
    }

    private static String request(Map<String, String> form) {
        TestServers.Addresses servers = RealServers.addresses();
        String secret = servers.clients().get(form.get("client_id"));
        if (secret == null) {
            throw new IllegalArgumentException("no such client in the test realm: " + form.get("client_id"));
        }
        String body = form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + "&client_secret=" + secret;
        var request = HttpRequest.newBuilder(URI.create(
                        servers.keycloak() + "/realms/" + servers.realm() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return read(send(request, Set.of(200))).path("access_token").asText();
    }

    private static HttpResponse<String> send(HttpRequest request, Set<Integer> expected) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (!expected.contains(response.statusCode())) {
                throw new IllegalStateException(
                        request.method() + " " + request.uri() + ": " + response.statusCode() + " " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
