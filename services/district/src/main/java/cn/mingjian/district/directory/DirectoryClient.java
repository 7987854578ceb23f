package cn.mingjian.district.directory;

import cn.mingjian.platform.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Requests to Keycloak's admin API under this service's own machine account. Whatever is not foreseen is Keycloak's
 * trouble, not the caller's: it is logged, and the caller may come again.
 */
@ApplicationScoped
class DirectoryClient {

    private static final Logger LOG = Logger.getLogger(DirectoryClient.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String base;
    private final OidcClient oidc;
    private final ObjectMapper json;
    private final TokensHelper tokens = new TokensHelper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    DirectoryClient(
            @ConfigProperty(name = "mingjian.district.issuer") String issuer, OidcClient oidc, ObjectMapper json) {
        this.base = issuer.replace("/realms/", "/admin/realms/");
        this.oidc = oidc;
        this.json = json;
    }

    /** What is there, if it is. */
    Optional<JsonNode> get(String path) {
        HttpResponse<String> response = send("GET", path, null);
        return switch (response.statusCode()) {
            case 200 -> Optional.of(read(response));
            case 404 -> Optional.empty();
            default -> throw unexpected(response);
        };
    }

    /** The id of what was made; nothing when it is there already. */
    Optional<String> create(String path, Object body) {
        HttpResponse<String> response = send("POST", path, body);
        return switch (response.statusCode()) {
            case 201 -> {
                String location = response.headers().firstValue("location").orElseThrow();
                yield Optional.of(location.substring(location.lastIndexOf('/') + 1));
            }
            case 409 -> Optional.empty();
            case 400 -> throw DirectoryProblem.ENTRY_REFUSED.because("名称含有账号目录不允许的字符或长度不符");
            default -> throw unexpected(response);
        };
    }

    /**
     * Makes something so; saying it twice is no harm. False when Keycloak would not: what it is about is gone (404), or
     * somebody else says the same in this moment (409, for role mappings 400).
     */
    boolean ensure(String method, String path, Object body) {
        HttpResponse<String> response = send(method, path, body);
        return switch (response.statusCode()) {
            case 200, 201, 204 -> true;
            case 400, 404, 409 -> false;
            default -> throw unexpected(response);
        };
    }

    /** The refusal for whatever Keycloak should have done and did not. */
    static ProblemException unavailable(String what) {
        LOG.warnf("Keycloak: %s", what);
        return DirectoryProblem.DIRECTORY_UNAVAILABLE.because("暂时无法建立或查询账号与权限，重新提交即可继续");
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body) {
        String token = token();
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw unavailable("not reached, " + unreachable.getClass().getSimpleName());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted");
        }
    }

    private String token() {
        try {
            return tokens.getTokens(oidc).await().atMost(PATIENCE).getAccessToken();
        } catch (RuntimeException noToken) {
            throw unavailable("no token, " + noToken.getClass().getSimpleName());
        }
    }

    private JsonNode read(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (IOException noJson) {
            throw unavailable("no JSON in answer to " + response.request().uri().getPath());
        }
    }

    private static ProblemException unexpected(HttpResponse<String> response) {
        return unavailable("%d to %s %s"
                .formatted(
                        response.statusCode(),
                        response.request().method(),
                        response.request().uri().getPath()));
    }
}
