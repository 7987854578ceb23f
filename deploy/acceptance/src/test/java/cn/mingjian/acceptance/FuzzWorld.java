package cn.mingjian.acceptance;

import cn.mingjian.acceptance.fuzz.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A district of its own with one station and three rounds, so that whatever is accepted disturbs nobody: one closed, one
 * whose evidence is frozen, one that is being prepared.
 */
final class FuzzWorld {
    private static final String DISTRICT = "fuzz";
    private static final String CLOSED = "fuzz-closed";
    private static final String SCORING = "fuzz-scoring";
    private static final String PREPARING = "fuzz-preparing";
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COPIED = List.of(
            "scoring /rubric",
            "scoring /panel",
            "indicator /declared-figures",
            "indicator /resources",
            "staffing /roster",
            "staffing /attendance",
            "staffing /training");

    private final Doors doors;
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Map<String, Doors.Caller> callers = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private FuzzWorld(RunningPlatform platform) throws IOException {
        this.doors = new Doors(platform);
        platform.addresses()
                .get("services")
                .properties()
                .forEach(service ->
                        addresses.put(service.getKey(), service.getValue().asText()));
    }

    /** Takes the Dagang bundle through under other names, and copies what it needs of it into two more rounds. */
    static FuzzWorld made(RunningPlatform platform, Path folder) throws IOException, InterruptedException {
        Path bundle = Files.createDirectory(folder.resolve("bundle"));
        try (Stream<Path> files = Files.list(RunningPlatform.DAGANG)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, bundle.resolve(file.getFileName()));
            }
        }
        Path evaluation = bundle.resolve("evaluation.yaml");
        Files.writeString(
                evaluation,
                Files.readString(evaluation)
                        .replace("code: nansha", "code: " + DISTRICT)
                        .replace("code: dagang-2023-final", "code: " + CLOSED));
        var ending = platform.evaluate(bundle, folder.resolve("out"));
        if (ending.code() != 0) throw new IllegalStateException(ending.said());

        FuzzWorld world = new FuzzWorld(platform);
        world.copy(PREPARING);
        world.copy(SCORING);
        world.freeze(SCORING);
        return world;
    }

    Map<String, String> addresses() {
        return addresses;
    }

    List<String> roles() {
        return List.of(
                "bureau",
                "operator",
                "third-party",
                "supervisory-center",
                "purchaser",
                "supervisor",
                "platform",
                "installer",
                "service:report");
    }

    /** A role's token that is good for a while; nobody's is empty. */
    synchronized String token(String role) {
        return role.isEmpty() ? "" : callers.computeIfAbsent(role, this::signIn).token();
    }

    private Doors.Caller signIn(String role) {
        return switch (role) {
            case "installer" -> doors.machine("installer");
            case "platform" -> doors.machine("municipal-platform");
            case "service:report" -> doors.machine("service-report");
            case "bureau" -> doors.person(role, "bureau@" + DISTRICT);
            case "operator" -> doors.person(role, "operator@dagang." + DISTRICT);
            case "third-party" -> doors.person(role, CLOSED + ".tp-1");
            case "supervisory-center" -> doors.person(role, CLOSED + ".sc-1");
            case "purchaser" -> doors.person(role, CLOSED + ".pu-1");
            case "supervisor" -> doors.person(role, CLOSED + ".sv-1");
            default -> throw new IllegalArgumentException(role);
        };
    }

    /** Values of path variables that lead somewhere, and some of others' that lead to a refusal. */
    Map<String, List<String>> places() {
        return Map.of(
                "district", List.of(DISTRICT, DISTRICT, DISTRICT, "fuzz-new"),
                "station", List.of("dagang", "dagang", "second", "third"),
                "agreement", List.of("dagang-2023", "dagang-2023", "other"),
                "evaluation", List.of(CLOSED, SCORING, SCORING, PREPARING, PREPARING, "fuzz-none"),
                "username", List.of("operator@dagang." + DISTRICT, CLOSED + ".tp-1", "fuzz-none.a", "bureau@nansha"),
                "evaluator", List.of("tp-1", "tp-2", "sc-1", "pu-1", "sv-1", "nobody"),
                "party", List.of("THIRD_PARTY", "SUPERVISORY_CENTER", "PURCHASER", "SUPERVISOR", "third-party"),
                "figure", List.of("total", "indicator:home-visits", "staffing:headcount", "indicators:exceeded"),
                "voice", List.of("operator", "purchaser", "supervisor", "on-site"),
                "file", List.of("report.html", "report.xlsx", "report.txt"));
    }

    /** The closed round's documents, by service and path, as whoever may read them reads them. */
    Map<String, JsonNode> known(List<Operation> operations) throws IOException, InterruptedException {
        Map<String, JsonNode> known = new HashMap<>();
        for (Operation operation : operations) {
            if (!operation.isRead()
                    || operation.roles().contains(AccessList.ANONYMOUS)
                    || AccessList.FILES.matcher(operation.path()).find()) continue;
            String role = operation.roles().getFirst();
            String path = VARIABLE.matcher(operation.path())
                    .replaceAll(found ->
                            places().getOrDefault(found.group(1), List.of("1")).getFirst());
            // What a closed round does not have will not come.
            HttpResponse<String> answer = send(operation.service(), "GET", path, role, "", 0);
            if (answer.statusCode() == 200)
                known.put(operation.service() + " " + operation.path(), JSON.readTree(answer.body()));
        }
        return known;
    }

    private void copy(String evaluation) throws IOException, InterruptedException {
        put("scoring", evaluation, "", "bureau", read("scoring", CLOSED, "", "bureau"));
        for (String service : List.of("indicator", "staffing")) read(service, evaluation, "", "operator");
        for (String part : COPIED) {
            String service = part.substring(0, part.indexOf(' '));
            String path = part.substring(part.indexOf(' ') + 1);
            String role = service.equals("scoring") ? "bureau" : "operator";
            put(service, evaluation, path, role, read(service, CLOSED, path, role));
        }
        for (String seat :
                List.of("third-party tp-1", "supervisory-center sc-1", "purchaser pu-1", "supervisor sv-1")) {
            String role = seat.substring(0, seat.indexOf(' '));
            ObjectNode pledge = JSON.createObjectNode().put("occurredOn", "2024-06-20");
            put("scoring", evaluation, "/panel/" + seat.substring(seat.indexOf(' ') + 1) + "/pledge", role, pledge);
        }
    }

    /** As the bureau does: it freezes what it saw, and looks again when something newer has come. */
    private void freeze(String evaluation) throws IOException, InterruptedException {
        HttpResponse<String> answer;
        do {
            ObjectNode seen = JSON.createObjectNode();
            seen.set(
                    "achievementVersion",
                    read("indicator", evaluation, "/achievement", "bureau").get("version"));
            seen.set(
                    "staffingVersion",
                    read("staffing", evaluation, "/staffing", "bureau").get("version"));
            read(
                    "scoring",
                    evaluation,
                    "?achievement=" + seen.get("achievementVersion") + "&staffing=" + seen.get("staffingVersion"),
                    "bureau");
            answer = send(
                    "scoring",
                    "PUT",
                    "/v1/evaluations/" + evaluation + "/evidence-snapshot",
                    "bureau",
                    seen.toString());
        } while (answer.statusCode() == 409);
        if (answer.statusCode() > 201) throw new IllegalStateException(answer.body());
    }

    private JsonNode read(String service, String evaluation, String path, String role)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(service, "GET", "/v1/evaluations/" + evaluation + path, role, "");
        if (answer.statusCode() != 200) throw new IllegalStateException(service + path + answer.body());
        return JSON.readTree(answer.body());
    }

    private void put(String service, String evaluation, String path, String role, JsonNode body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(service, "PUT", "/v1/evaluations/" + evaluation + path, role, body.toString());
        if (answer.statusCode() > 201) throw new IllegalStateException(service + path + answer.body());
    }

    private HttpResponse<String> send(String service, String method, String path, String role, String body)
            throws IOException, InterruptedException {
        return send(service, method, path, role, body, 60);
    }

    private HttpResponse<String> send(
            String service, String method, String path, String role, String body, int patience)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(addresses.get(service) + path))
                .timeout(Duration.ofSeconds(70))
                .header("Authorization", "Bearer " + token(role))
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=" + patience)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
