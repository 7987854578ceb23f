package cn.mingjian.scoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report service as closing a round asks it: to callers with a bearer token it answers that nobody objected to the draft,
 * but for a few rounds. That the two services themselves agree is shown in acceptance.
 */
public final class Drafts implements QuarkusTestResourceLifecycleManager {

    /** Somebody objects, and nobody has decided. */
    static final String OBJECTED = "dagang-objected";
    /** One objection is refused; its events are still under way. */
    static final String REFUSED = "dagang-refused-a-moment-ago";

    /** Rounds whose objections are all decided, with how many there are. */
    private static final Map<String, Integer> DECIDED =
            Map.of(REFUSED, 1, "amended", 2, "dagang-2023-final", 1, "dagang-found-late", 1);

    private static final Pattern OF_ROUND = Pattern.compile("/v1/evaluations/([^/]+)/feedback");

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", Drafts::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return Map.of(
                "quarkus.rest-client.report.url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange call) throws IOException {
        String authorization = call.getRequestHeaders().getFirst("Authorization");
        boolean known = authorization != null && authorization.startsWith("Bearer ");
        String path = call.getRequestURI().getPath();
        byte[] body = (path.endsWith("/conclusion")
                        ? "{\"concludedAt\":\"2024-07-09T01:30:00Z\"}"
                        : "{\"onSite\":null,\"draft\":[%s]}".formatted(said(path)))
                .getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(known ? 200 : 401, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static String said(String path) {
        Matcher of = OF_ROUND.matcher(path);
        if (!of.matches()) {
            return "";
        }
        return of.group(1).equals(OBJECTED)
                ? entry("null")
                : String.join(
                        ",",
                        Collections.nCopies(
                                DECIDED.getOrDefault(of.group(1), 0),
                                entry("{\"decision\":\"REFUSED\",\"reason\":\"与记录一致\",\"party\":null}")));
    }

    private static String entry(String decision) {
        return "{\"from\":\"OPERATOR\",\"number\":1,\"on\":\"2024-07-05\",\"outcome\":\"OBJECTION\",\"text\":\"数据有误\",\"decision\":"
                + decision + "}";
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
