package cn.mingjian.report;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The other services as this one sees them: an HTTP server that answers for Dagang what they answer, to callers with a
 * bearer token, and that can be away for a while.
 */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
    private static final Set<String> TRACES = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger AWAY = new AtomicInteger();

    private HttpServer server;

    /** The trace ids of the calls so far. */
    public static Set<String> traces() {
        return Set.of(System.getProperty("neighbours.traces", "").split(" "));
    }

    /** The next calls are answered 503. */
    public static void awayFor(int calls) {
        System.setProperty("neighbours.away", String.valueOf(calls));
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        String station = "/v1/districts/nansha/stations/dagang";
        String evaluation = "/v1/evaluations/dagang-2023-final";
        ANSWERS.put(station + "/versions/1", "station");
        ANSWERS.put(station + "/agreements/dagang-2023/versions/1", "agreement");
        ANSWERS.put(evaluation + "/achievement/versions/3", "achievement");
        ANSWERS.put(evaluation + "/discrepancy-answers", "discrepancy-answers");
        ANSWERS.put(evaluation + "/staffing/versions/2", "staffing");
        ANSWERS.put(evaluation + "/result", "result");
        ANSWERS.put(evaluation + "/findings", "findings");
        ANSWERS.put(evaluation + "/earlier-concerns", "earlier-concerns");
        ANSWERS.put(evaluation + "/satisfaction", "satisfaction");
        server.createContext("/", Neighbours::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "quarkus.rest-client.district.url", url,
                "quarkus.rest-client.indicator.url", url,
                "quarkus.rest-client.staffing.url", url,
                "quarkus.rest-client.scoring.url", url);
    }

    private static void answer(HttpExchange call) throws IOException {
        String authorization = call.getRequestHeaders().getFirst("Authorization");
        String file = ANSWERS.get(call.getRequestURI().getPath());
        String traceparent = call.getRequestHeaders().getFirst("traceparent");
        TRACES.add(traceparent == null ? "none" : traceparent.split("-")[1]);
        System.setProperty("neighbours.traces", String.join(" ", TRACES));
        String away = System.clearProperty("neighbours.away");
        if (away != null) {
            AWAY.set(Integer.parseInt(away));
        }
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            send(call, 401, new byte[0]);
        } else if (AWAY.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            send(call, 503, new byte[0]);
        } else if (file == null) {
            send(call, 404, "{\"title\":\"没有\"}".getBytes(StandardCharsets.UTF_8));
        } else {
            try (InputStream content = Neighbours.class.getResourceAsStream("/dagang/" + file + ".json")) {
                send(call, 200, content.readAllBytes());
            }
        }
    }

    private static void send(HttpExchange call, int status, byte[] body) throws IOException {
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            call.getResponseBody().write(body);
        }
        call.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
