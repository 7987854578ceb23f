package cn.mingjian.cli.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * One client for everything. Once any of its servers has answered the platform is up, and one that does not may be restarting,
 * wait for one that is, or be asked too often: it gets some minutes to come back. When none ever answered the evaluation halts
 * at once.
 */
final class Http {
    /** Keycloak alone takes half a minute, and more on a busy machine. */
    private static final Duration RESTART = Duration.ofMinutes(3);

    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static volatile boolean isUp;

    private Http() {}

    static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(90));
    }

    static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        return send(request, body, PASSING);
    }

    /** Sends the request again as long as the answer is one of those that pass. */
    static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body, Set<Integer> passing) {
        Instant end = Instant.now().plus(RESTART);
        while (true) {
            Duration pause = BETWEEN_TRIES;
            try {
                HttpResponse<T> response = CLIENT.send(request, body);
                isUp = true;
                if (!passing.contains(response.statusCode()) || Instant.now().isAfter(end)) {
                    return response;
                }
                if (response.body() instanceof InputStream unread) {
                    unread.close();
                }
                OptionalLong seconds = response.headers().firstValueAsLong("Retry-After");
                pause = seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : BETWEEN_TRIES;
            } catch (IOException e) {
                if (!isUp || Instant.now().isAfter(end)) {
                    throw new Halt(
                            "连接不上平台（%s://%s）。请用 scripts/up 确认平台在运行，再运行一次本命令，会从中断处继续。",
                            request.uri().getScheme(), request.uri().getAuthority());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Halt("已中断。");
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
