package cn.mingjian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Signs people and machines in at the running platform's Keycloak, and knocks at its services with their tokens. */
final class Doors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningPlatform platform;
    private final String realm;
    private final String admin;

    Doors(RunningPlatform platform) throws IOException {
        this.platform = platform;
        String keycloak = platform.addresses().get("keycloak").asText();
        String name = platform.addresses().get("realm").asText();
        this.realm = keycloak + "/realms/" + name;
        this.admin = keycloak + "/admin/realms/" + name;
    }

    /** A machine client's token. */
    String machine(String client) throws IOException, InterruptedException {
        return token(client, Map.of("grant_type", "client_credentials"));
    }

    /** The token of an account that exists, under a password given to it now. */
    String person(String role, String username) throws IOException, InterruptedException {
        String bearer = machine("demo-accounts");
        JsonNode found = JSON.readTree(
                send(HttpRequest.newBuilder(URI.create(admin + "/users?exact=true&username=" + encoded(username)))
                                .header("Authorization", "Bearer " + bearer)
                                .GET())
                        .body());
        String password = "acceptance-1-" + UUID.randomUUID();
        String body = JSON.createObjectNode()
                .put("type", "password")
                .put("value", password)
                .put("temporary", false)
                .toString();
        send(HttpRequest.newBuilder(
                        URI.create(admin + "/users/" + found.get(0).get("id").asText() + "/reset-password"))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
        return token("demo-" + role, Map.of("grant_type", "password", "username", username, "password", password));
    }

    /** An account that a bureau makes now, with a role at its district's station dagang. */
    String newcomer(String role, String username, String district, String bureau)
            throws IOException, InterruptedException {
        var account = JSON.createObjectNode().put("displayName", "验收");
        account.putArray("memberships").addObject().put("station", "dagang").put("role", role);
        HttpResponse<String> made =
                send(HttpRequest.newBuilder(at("district", "/v1/districts/" + district + "/accounts/" + username))
                        .header("Authorization", "Bearer " + bureau)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(account.toString())));
        if (made.statusCode() > 201) throw new IllegalStateException(made.body());
        return person(role, username);
    }

    /** One request with an empty document where a body belongs; no token when it is blank. */
    HttpResponse<String> knock(String service, AccessIT.Target target, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(service, target.path()))
                .header(
                        "Content-Type",
                        target.path().contains("/deliveries/") ? "application/x-ndjson" : "application/json")
                .method(
                        target.method(),
                        target.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (!token.isBlank()) request.header("Authorization", "Bearer " + token);
        return send(request);
    }

    private URI at(String service, String path) throws IOException {
        return URI.create(platform.addresses().get("services").get(service).asText() + path);
    }

    private String token(String client, Map<String, String> grant) throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>(grant);
        form.put("client_id", client);
        form.put("client_secret", platform.secret("client-" + client));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")))));
        JsonNode token = JSON.readTree(answer.body()).path("access_token");
        if (token.isMissingNode())
            throw new IllegalStateException(client + " " + grant.get("username") + answer.body());
        return token.asText();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
