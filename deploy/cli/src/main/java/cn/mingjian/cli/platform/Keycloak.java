package cn.mingjian.cli.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in. A demo has no people who would type passwords: each account's password follows from the demo's own secret, so
 * that the next run knows it too.
 */
public final class Keycloak {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param groups {@code /nansha/dagang/operator}: place and role */
    public record DemoAccount(String username, String password, List<String> groups) {}

    /** Keycloak answers 500 while its database restarts. */
    private static final Set<Integer> PASSING = Set.of(500, 502, 503, 504);

    private static final int SIGN_IN_ATTEMPTS = 4;
    private static final long BETWEEN_SIGN_INS_NANOS = 1_500_000_000;

    private final Installation installation;
    private @Nullable Session admin;

    public Keycloak(Installation installation) {
        this.installation = installation;
    }

    /** A machine client signs in as itself. */
    public Session client(String client) {
        return new Session(client, () -> token(answer(client, Map.of("grant_type", "client_credentials")), client));
    }

    /**
     * An account that has the demo's password, or that has none yet and is given it; nothing when there is no such account. Whoever
     * has chosen a password of their own keeps it, and using the session halts.
     */
    public Optional<Session> account(String role, String username) {
        Answer answer = signIn(role, username, passwordOf(username));
        if (answer.isFine()) {
            return Optional.of(new Session(username, token(answer, username), () -> again(role, username)));
        }
        Optional<String> id = idOf(username);
        if (id.isPresent() && hasPassword(id.get())) {
            // Two failures within a second shut an account for a minute, and its holder out of the portal.
            LockSupport.parkNanos(BETWEEN_SIGN_INS_NANOS);
            Answer second = signIn(role, username, passwordOf(username));
            return Optional.of(new Session(username, token(second, username), () -> again(role, username)));
        }
        id.ifPresent(account -> givePassword(account, username));
        return id.map(_ -> new Session(username, () -> again(role, username)));
    }

    /** An account with the password that it has. */
    public Session account(String role, String username, String password) {
        return new Session(username, () -> token(signIn(role, username, password), username));
    }

    /** An account that was created this moment. */
    public Session newAccount(String role, String username, String id) {
        givePassword(id, username);
        return new Session(username, () -> again(role, username));
    }

    /**
     * Signs in with a password that is known to be right. Keycloak refuses a sign-in that comes while an earlier one of the same
     * account is still being booked, to slow guessing down: then a moment later.
     */
    private Session.Token again(String role, String username) {
        Answer answer = signIn(role, username, passwordOf(username));
        for (int attempt = 1; attempt < SIGN_IN_ATTEMPTS && !answer.isFine(); attempt++) {
            LockSupport.parkNanos(BETWEEN_SIGN_INS_NANOS);
            answer = signIn(role, username, passwordOf(username));
        }
        return token(answer, username);
    }

    private Answer signIn(String role, String username, String password) {
        return answer("demo-" + role, Map.of("grant_type", "password", "username", username, "password", password));
    }

    private Answer answer(String client, Map<String, String> grant) {
        String form = grant.entrySet().stream()
                        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"))
                + "&client_id=" + encoded(client) + "&client_secret=" + encoded(installation.secret(client));
        HttpRequest request = Http.request(URI.create(installation.realm() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return answer(send(request));
    }

    private static Session.Token token(Answer answer, String who) {
        if (!answer.isFine()) {
            throw new Halt(
                    "%s 登录失败：%s", who, answer.body().path("error_description").asText("HTTP " + answer.status()));
        }
        return new Session.Token(
                answer.body().path("access_token").asText(),
                Instant.now().plusSeconds(answer.body().path("expires_in").asLong()));
    }

    /** The people of a demo, in order of their names, each with the password that this class gives and the places of its roles. */
    public List<DemoAccount> people() {
        Answer answer = answer(send(admin("/users?max=1000").GET().build()));
        if (!answer.isFine()) {
            throw new Halt("查询账号失败：HTTP %d", answer.status());
        }
        List<DemoAccount> people = new ArrayList<>();
        for (JsonNode user : answer.body()) {
            Answer groups = answer(send(admin("/users/" + user.path("id").asText() + "/groups")
                    .GET()
                    .build()));
            List<String> paths = new ArrayList<>();
            groups.body().forEach(group -> paths.add(group.path("path").asText()));
            String username = user.path("username").asText();
            people.add(new DemoAccount(username, passwordOf(username), List.copyOf(paths)));
        }
        people.sort(Comparator.comparing(DemoAccount::username));
        return people;
    }

    private Optional<String> idOf(String username) {
        HttpRequest request =
                admin("/users?exact=true&username=" + encoded(username)).GET().build();
        Answer answer = answer(send(request));
        if (!answer.isFine()) {
            throw new Halt("查询账号 %s 失败：HTTP %d", username, answer.status());
        }
        return answer.body().isEmpty()
                ? Optional.empty()
                : Optional.of(answer.body().get(0).path("id").asText());
    }

    private boolean hasPassword(String id) {
        Answer answer = answer(send(admin("/users/" + id + "/credentials").GET().build()));
        if (!answer.isFine()) {
            throw new Halt("查询账号的密码设置失败：HTTP %d", answer.status());
        }
        return answer.body()
                .valueStream()
                .anyMatch(credential -> credential.path("type").asText().equals("password"));
    }

    private void givePassword(String id, String username) {
        ObjectNode password = JsonNodeFactory.instance.objectNode();
        password.put("type", "password").put("value", passwordOf(username)).put("temporary", false);
        HttpRequest request = admin("/users/" + id + "/reset-password")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(password.toString()))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() >= 300) {
            throw new Halt("不能为账号 %s 设置密码：HTTP %d", username, response.statusCode());
        }
    }

    private HttpRequest.Builder admin(String path) {
        return Http.request(URI.create(installation.admin() + path)).header("Authorization", "Bearer " + adminToken());
    }

    private synchronized String adminToken() {
        if (admin == null) {
            admin = client("demo-accounts");
        }
        return admin.token();
    }

    private String passwordOf(String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] secret = installation.secret("demo-accounts").getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] digest = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
            return "demo-1-" + HexFormat.of().formatHex(digest, 0, 12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        return Http.send(request, BodyHandlers.ofString(), PASSING);
    }

    private static Answer answer(HttpResponse<String> response) {
        try {
            JsonNode body = JSON.readTree(response.body());
            return new Answer(response.statusCode(), body == null ? JSON.missingNode() : body);
        } catch (IOException e) {
            return new Answer(response.statusCode(), JSON.missingNode());
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
