package cn.mingjian.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Sends what was drawn and looks at every answer. What is refused must leave no trace: none in the audit under its own trace id,
 * and none in any table when a batch's refused writes are sent again.
 */
public final class Fuzzing {

    private static final int AT_ONCE = 16;
    private static final int BATCH = 2_000;
    private static final int MOST_REDUCTIONS = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Requests requests;
    private final Map<String, String> addresses;
    private final UnaryOperator<String> tokens;
    private final Fingerprint fingerprint;
    private final Verdict verdict = new Verdict();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final Collection<String> faults = new ConcurrentLinkedQueue<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    /** By its trace. */
    private final Map<String, Sending> refusals = new ConcurrentHashMap<>();

    /** Traces of writes that were accepted: by them the audit is known to keep traces at all. */
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    private final AtomicLong sent = new AtomicLong();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * @param known documents of an evaluation by {@code service path}
     * @param addresses of the services by name
     * @param tokens by role
     * @param places values of path variables that exist
     */
    public Fuzzing(
            List<Operation> operations,
            Map<String, JsonNode> known,
            Map<String, String> addresses,
            List<String> roles,
            UnaryOperator<String> tokens,
            Map<String, List<String>> places,
            Fingerprint fingerprint) {
        this.requests = new Requests(operations, known, roles, places);
        this.addresses = addresses;
        this.tokens = tokens;
        this.fingerprint = fingerprint;
    }

    /** What was found, a paragraph each: the seed's number of the request, what is wrong, and how to send it again. */
    public Collection<String> faults() {
        return faults;
    }

    /** How often each status was answered. */
    public Map<Integer, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    /** Sends at least so many that differ; what is refused is sent again beside. */
    public void run(long seed, int count) throws InterruptedException, SQLException {
        for (int drawn = 0; drawn < count; drawn += BATCH) {
            List<Sending> batch = new ArrayList<>();
            for (int number = drawn; number < drawn + BATCH; number++) {
                batch.add(requests.draw(seed, number));
            }
            List<Sending> refused = send(batch, "seed " + seed + " batch from " + drawn);
            requireNothingWritten();
            sendAgain(refused);
        }
    }

    private void requireNothingWritten() throws SQLException {
        if (fingerprint.written(accepted).isEmpty()) {
            faults.add("the audit knows none of %d accepted writes by its trace".formatted(accepted.size()));
        }
        accepted.clear();
        fingerprint.written(refusals.keySet()).forEach((trace, tables) -> {
            Sending refused = Objects.requireNonNull(refusals.get(trace));
            if (known.add(refused.operation() + " wrote " + tables)) {
                faults.add("refused, and yet wrote " + tables + "\n  " + curl(refused));
            }
        });
        refusals.clear();
    }

    /** What was refused once is refused again, unless something it waited for has come; that goes another round. */
    private void sendAgain(List<Sending> refused) throws InterruptedException, SQLException {
        List<Sending> writes = refused;
        while (!writes.isEmpty()) {
            Map<String, String> before = fingerprint.settled();
            List<Sending> still = send(writes, "again");
            if (still.size() == writes.size()) {
                compare(before, writes);
                return;
            }
            writes = still;
        }
    }

    private void compare(Map<String, String> before, List<Sending> writes) throws InterruptedException, SQLException {
        Map<String, String> after = fingerprint.settled();
        if (after.equals(before)) {
            return;
        }
        for (Sending write : writes) {
            Map<String, String> now = fingerprint.settled();
            boolean isRefused = !send(List.of(write), "alone").isEmpty();
            Map<String, String> then = fingerprint.settled();
            if (isRefused && !then.equals(now)) {
                then.keySet().removeIf(table -> Objects.equals(then.get(table), now.get(table)));
                faults.add("refused, and yet changed " + then.keySet() + "\n  " + curl(write));
                return;
            }
        }
        after.keySet().removeIf(table -> Objects.equals(after.get(table), before.get(table)));
        faults.add("a batch of refused requests changed " + after.keySet() + ", none of them alone does");
    }

    /** Sends all, some at once; gives back the writes that were refused. */
    private List<Sending> send(List<Sending> batch, String which) throws InterruptedException {
        Collection<Sending> refused = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            threads.invokeAll(batch.stream()
                    .<Callable<Void>>map(sending -> () -> {
                        if (isRefused(sending, which)) {
                            refused.add(sending);
                        }
                        return null;
                    })
                    .toList());
        }
        return List.copyOf(refused);
    }

    private boolean isRefused(Sending sending, String which) throws InterruptedException {
        String fault;
        String answered = "";
        int status = 0;
        String trace = trace();
        try {
            HttpResponse<byte[]> answer = answer(sending, trace);
            status = answer.statusCode();
            if (status >= 400) {
                refusals.put(trace, sending);
            } else if (!sending.operation().isRead()) {
                accepted.add(trace);
            }
            statuses.merge(status, 1, Integer::sum);
            Optional<String> found = verdict.on(sending.operation(), answer);
            if (found.isEmpty()) {
                return status >= 400 && !sending.operation().isRead();
            }
            fault = found.get();
            answered = "\n  " + new String(answer.body(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            fault = "no answer: " + failed;
        }
        // The same of the same operation is told once: making it small takes many requests.
        String what = sending.operation() + ": " + fault;
        if (known.add(what)) {
            faults.add(which + ": " + what + answered + "\n  " + curl(reduced(sending, status)));
        }
        return false;
    }

    private String trace() {
        return "f0220000%024x".formatted(sent.incrementAndGet());
    }

    private HttpResponse<byte[]> answer(Sending sending, String trace) throws IOException, InterruptedException {
        String token = sending.role().startsWith("!") ? spoilt(sending.role()) : tokens.apply(sending.role());
        HttpRequest request = sending.request(address(sending), token, trace, PATIENCE);
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (HttpTimeoutException hangs) {
            throw hangs;
        } catch (IOException closed) {
            // A kept connection may be closed at any moment (RFC 9112, 9.3.1), as after what is no HTTP: once more on a
            // fresh one.
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    private String spoilt(String which) {
        String whole = tokens.apply("bureau");
        return switch (which) {
            case "!0" -> "nonsense";
            case "!1" -> whole.substring(0, whole.lastIndexOf('.') + 1);
            case "!2" -> whole.substring(0, whole.length() - 4) + "AAAA";
            case "!3" -> "a.b.c";
            default -> whole + "." + whole;
        };
    }

    /** The same with as little in its body as still gives the same fault. */
    private Sending reduced(Sending sending, int status) throws InterruptedException {
        Sending smallest = sending;
        int tries = MOST_REDUCTIONS;
        boolean isSmaller = sending.body() != null;
        while (isSmaller && tries > 0) {
            isSmaller = false;
            for (byte[] body : Bodies.smaller(Objects.requireNonNull(smallest.body()))) {
                if (tries-- > 0 && gives(smallest.with(body), status)) {
                    smallest = smallest.with(body);
                    isSmaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private boolean gives(Sending sending, int status) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = answer(sending, trace());
            return answer.statusCode() == status
                    && verdict.on(sending.operation(), answer).isPresent();
        } catch (IOException failed) {
            return status == 0;
        }
    }

    private String curl(Sending sending) {
        return sending.curl(address(sending));
    }

    private String address(Sending sending) {
        String service = sending.operation().service();
        return Objects.requireNonNull(addresses.get(service), service);
    }
}
