package cn.mingjian.district.directory;

import cn.mingjian.platform.problem.CommonProblem;
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
import org.jspecify.annotations.Nullable;

/** Requests to Keycloak's admin API under this service's own machine account. */
@ApplicationScoped
class DirectoryClient {
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

    /** The id of what was made; nothing when somebody else made it in the same moment. */
    Optional<String> create(String path, Object body) {
        HttpResponse<String> response = send("POST", path, body);
        return switch (response.statusCode()) {
            case 201 -> {
                String location = response.headers().firstValue("location").orElseThrow();
                yield Optional.of(location.substring(location.lastIndexOf('/') + 1));
            }
            case 409 -> Optional.empty();
            default -> throw unexpected(response);
        };
    }

    /** Makes something so; saying it twice is no harm. */
    void assure(String method, String path, @Nullable Object body) {
        HttpResponse<String> response = send(method, path, body);
        if (response.statusCode() >= 300) {
            throw unexpected(response);
        }
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(PATIENCE)
                    .header(
                            "Authorization",
                            "Bearer "
                                    + tokens.getTokens(oidc)
                                            .await()
                                            .atMost(PATIENCE)
                                            .getAccessToken())
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw CommonProblem.UNAVAILABLE.because("账号目录暂时无法连接");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommonProblem.UNAVAILABLE.because("账号目录暂时无法连接");
        }
    }

    private JsonNode read(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak answered no JSON", e);
        }
    }

    private static RuntimeException unexpected(HttpResponse<String> response) {
        return new IllegalStateException("Keycloak answered %d to %s %s"
                .formatted(
                        response.statusCode(),
                        response.request().method(),
                        response.request().uri().getPath()));
    }
}
