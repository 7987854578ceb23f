package cn.mingjian.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Draws requests: the same seed and number give the same request, whatever was drawn before. */
final class Requests {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    private final List<Operation> operations;
    private final Bodies bodies;
    private final List<String> everybody;
    private final Map<String, List<String>> places;

    /**
     * @param known documents of an evaluation by {@code service path}
     * @param everybody all roles there are tokens of
     * @param places values of path variables that exist
     */
    Requests(
            List<Operation> operations,
            Map<String, JsonNode> known,
            List<String> everybody,
            Map<String, List<String>> places) {
        this.operations = operations;
        this.bodies = new Bodies(known);
        this.everybody = everybody;
        this.places = places;
    }

    Sending draw(long seed, int number) {
        RandomGenerator random = new Random(seed * 1_000_003 + number * 7_919L);
        Operation operation = operations.get(random.nextInt(operations.size()));
        // Reading is simple; most of what can go wrong goes wrong with what is handed in.
        for (int again = 0; again < 2 && operation.isRead(); again++) {
            operation = operations.get(random.nextInt(operations.size()));
        }
        String role = role(operation, random);
        List<Sending.Header> headers = new ArrayList<>();
        String target = target(operation, role, random, headers);
        byte[] body = null;
        if (!operation.isRead() && (!operation.mediaType().isEmpty() || random.nextInt(5) == 0)) {
            body = operation.mediaType().contains("ndjson") ? bodies.lines(random) : bodies.draw(operation, random);
            headers.add(new Sending.Header("Content-Type", contentType(operation, random)));
        }
        oddHeaders(random, headers);
        return new Sending(operation, target, role, headers, body);
    }

    private String role(Operation operation, RandomGenerator random) {
        int kind = random.nextInt(100);
        if (kind < 6) {
            return "";
        }
        if (kind < 9) {
            return "!" + random.nextInt(5);
        }
        return kind < 22 || operation.roles().contains("anonymous")
                ? everybody.get(random.nextInt(everybody.size()))
                : operation.roles().get(random.nextInt(operation.roles().size()));
    }

    private String target(Operation operation, String role, RandomGenerator random, List<Sending.Header> headers) {
        String path = VARIABLE.matcher(operation.path())
                .replaceAll(found ->
                        java.util.regex.Matcher.quoteReplacement(encoded(variable(found, operation, role, random))));
        List<String> query = new ArrayList<>();
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("header") && !parameter.name().equals("Prefer") && random.nextBoolean()) {
                headers.add(new Sending.Header(parameter.name(), ascii(Nasty.text(random))));
            }
            if (parameter.in().equals("query") && random.nextInt(3) > 0) {
                for (int times = random.nextInt(8) == 0 ? 3 : 1; times > 0; times--) {
                    String value =
                            random.nextBoolean() ? Integer.toString(random.nextInt(-1, 200)) : Nasty.text(random);
                    query.add(parameter.name() + "=" + encoded(value));
                }
            }
        }
        if (random.nextInt(12) == 0) {
            query.add(encoded(Nasty.text(random)) + "=" + encoded(Nasty.text(random)));
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private String variable(MatchResult found, Operation operation, String role, RandomGenerator random) {
        if (random.nextInt(25) == 0) {
            String text = Nasty.text(random);
            return text.isEmpty() ? "%" : text;
        }
        List<String> known = places.getOrDefault(found.group(1), List.of("1", "2", "0", "-1", "99999999999"));
        return switch (found.group(1)) {
            case "party" -> random.nextInt(3) == 0 || role.isEmpty() ? any(known, random) : party(role);
            case "voice" -> random.nextInt(3) == 0 || role.isEmpty() ? any(known, random) : role;
            case "key" -> "fuzz-" + random.nextInt(40);
            default -> any(known, random);
        };
    }

    private static String party(String role) {
        return role.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    private static String any(List<String> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    private static String contentType(Operation operation, RandomGenerator random) {
        if (random.nextInt(25) > 0) {
            return operation.mediaType().isEmpty() ? "application/json" : operation.mediaType();
        }
        return any(
                List.of(
                        "text/plain",
                        "application/xml",
                        "application/json;charset=utf-16",
                        "application/json; charset=nonsense",
                        "multipart/form-data; boundary=x",
                        "application/x-www-form-urlencoded",
                        "*/*",
                        "nonsense"),
                random);
    }

    private static void oddHeaders(RandomGenerator random, List<Sending.Header> headers) {
        // Patience is bounded here so that a run is: what waits is asked not to.
        headers.add(new Sending.Header("Prefer", any(List.of("wait=0", "wait=0", "wait=0", "wait=1"), random)));
        if (random.nextInt(15) == 0) {
            headers.add(new Sending.Header(
                    "Accept", any(List.of("application/xml", "image/*;q=2", "nonsense", "*/*;q=0", ","), random)));
        }
        if (random.nextInt(15) == 0) {
            headers.add(new Sending.Header("If-Match", any(List.of("*", "\"1\"", "W/\"x\"", "1"), random)));
        }
        if (random.nextInt(15) == 0) {
            headers.add(new Sending.Header("Idempotency-Key", ascii(Nasty.text(random))));
        }
        if (random.nextInt(30) == 0) {
            headers.add(new Sending.Header("Content-Encoding", any(List.of("gzip", "br", "nonsense"), random)));
        }
        if (random.nextInt(30) == 0) {
            headers.add(new Sending.Header("Accept-Language", ascii(Nasty.text(random))));
        }
        if (random.nextInt(30) == 0) {
            headers.add(new Sending.Header("Range", "bytes=5-2"));
        }
        if (random.nextInt(40) == 0) {
            headers.add(new Sending.Header("X-Filler", "x".repeat(9_000)));
        }
    }

    /** What a header can carry of a text. */
    private static String ascii(String text) {
        String kept = text.replaceAll("[^\\x21-\\x7E]", "");
        return kept.substring(0, Math.min(kept.length(), 200));
    }

    private static String encoded(String text) {
        String start = text.substring(0, Math.min(text.length(), 1_000));
        return URLEncoder.encode(start, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
