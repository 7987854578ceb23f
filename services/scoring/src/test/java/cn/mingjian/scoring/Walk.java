package cn.mingjian.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that somebody can ask of a round: every operation of contracts/openapi/scoring.yaml with every name that
 * leads to somebody's scores. An operation that is added is walked without a change here, and a path parameter that is
 * not known here gets every name there is.
 */
final class Walk {

    /** The caller's own list over all rounds, paged. */
    static final String WORK = "/v1/evaluations";

    /** The rounds of other tests must not cut a page between the worlds. */
    private static final String WHOLE_LIST = "?limit=200";

    private static final Path CONTRACT = Path.of("../../contracts/openapi/scoring.yaml");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode API = read();
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final int DEEPEST = 6;

    /** Names that a party gives to its own things. */
    private static final Map<String, String> CHOSEN = Map.ofEntries(
            Map.entry("rubric", "nansha-2024-final"),
            Map.entry("other", "1"),
            Map.entry("site", "lingshan"),
            Map.entry("sample", "cases"),
            Map.entry("position", "1"),
            Map.entry("digest", "ab".repeat(32)),
            Map.entry("code", "abcdefghjkmn"),
            Map.entry("print", "first"),
            Map.entry("group", "residents"));

    private static final List<String> EVALUATORS =
            List.of("tp-1", "tp-2", "tp-6", "sc-1", "sc-2", "pu-1", "pu-4", "sv-1", "sv-2", "nobody");

    private static final Map<String, List<String>> NAMES = Map.of(
            "district", List.of("nansha"),
            "station", List.of("dagang"),
            "agreement", List.of("dagang-2023"),
            "version", List.of("1"),
            "number", List.of("1", "2"),
            "evaluator", EVALUATORS,
            "author", EVALUATORS,
            "party", List.of("THIRD_PARTY", "SUPERVISORY_CENTER", "PURCHASER", "SUPERVISOR", "NOBODY"),
            "figure",
                    List.of(
                            "total",
                            "grade",
                            "party:SUPERVISORY_CENTER:raw",
                            "party:PURCHASER:weighted",
                            "category:PU1",
                            "item:SC1.1",
                            "item:PU1.1",
                            "nothing"));

    private final String evaluation;

    Walk(String evaluation) {
        this.evaluation = evaluation;
    }

    /** One request; {@code template} is its path in the contract. */
    record Ask(String method, String template, String path, String body) {
        @Override
        public String toString() {
            return method + " " + path + (body == null ? "" : " " + body);
        }
    }

    /** What was answered, without what differs in any two answers. */
    record Answer(int status, String headers, String body) {}

    /** Every reading operation. */
    List<Ask> reading() {
        return operations("get")
                .flatMap(each -> asks("GET", each, (String) null))
                .toList();
    }

    /** Every other operation, each with an empty body, a well-formed one and one that is no JSON; and HEAD. */
    List<Ask> changing() {
        List<Ask> asks = new ArrayList<>();
        operations("get").forEach(each -> asks("HEAD", each, (String) null).forEach(asks::add));
        for (String method : List.of("put", "post", "patch", "delete")) {
            operations(method).forEach(each -> {
                JsonNode schema = each.getValue()
                        .path(method)
                        .at("/requestBody/content")
                        .path("application/json")
                        .path("schema");
                Stream.of("{}", sample(schema, 0).toString(), "{")
                        .distinct()
                        .flatMap(body -> asks(method.toUpperCase(java.util.Locale.ROOT), each, body))
                        .forEach(asks::add);
            });
        }
        return asks;
    }

    /** The answers to all of it, asked one after the other by the bearer of the token; null for nobody. */
    Map<String, Answer> asked(List<Ask> asks, String token) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        asks.forEach(ask -> answers.put(ask.toString().replace(evaluation, "{evaluation}"), ask(ask, token, "")));
        return answers;
    }

    Answer ask(Ask ask, String token, String query) {
        String whole = ask.template().equals(WORK) && query.isEmpty() ? WHOLE_LIST : query;
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + ask.path() + whole))
                .method(
                        ask.method(),
                        ask.body() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(ask.body()));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (ask.body() != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            return answer(ask, HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    private Answer answer(Ask ask, HttpResponse<String> response) throws IOException {
        // Suggestions are asked of services that do not run here.
        int worst = ask.path().endsWith("/suggestions") ? 503 : 499;
        assertThat(response.statusCode()).as("%s: %s", ask, response.body()).isLessThanOrEqualTo(worst);
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        if (!ask.method().equals("HEAD")) {
            // Says no more than the body, in which instants are masked below.
            headers.remove("content-length");
        }
        String body = ask.template().equals(WORK)
                        && response.statusCode() == 200
                        && !ask.method().equals("HEAD")
                ? ofThisRound(response.body())
                : response.body();
        return new Answer(response.statusCode(), masked(headers.toString()), masked(body));
    }

    /** Other rounds go on meanwhile. */
    private String ofThisRound(String work) throws IOException {
        return JSON.readTree(work)
                .get("evaluations")
                .valueStream()
                .filter(item -> item.get("evaluation").asText().equals(evaluation))
                .toList()
                .toString();
    }

    private String masked(String text) {
        return INSTANT.matcher(text.replace(evaluation, "{evaluation}")).replaceAll("{instant}");
    }

    private static Stream<Map.Entry<String, JsonNode>> operations(String method) {
        return API.path("paths").propertyStream().filter(path -> path.getValue().has(method));
    }

    private Stream<Ask> asks(String method, Map.Entry<String, JsonNode> operation, String body) {
        List<String> paths = List.of(operation.getKey());
        for (var parameter = PARAMETER.matcher(operation.getKey()); parameter.find(); ) {
            String hole = parameter.group();
            Set<String> names = names(parameter.group(1));
            paths = paths.stream()
                    .flatMap(path -> names.stream().map(name -> path.replace(hole, name)))
                    .toList();
        }
        return paths.stream().map(path -> new Ask(method, operation.getKey(), path, body));
    }

    private Set<String> names(String parameter) {
        if (parameter.equals("evaluation") || parameter.equals("invitation")) {
            return Set.of(evaluation);
        }
        if (CHOSEN.containsKey(parameter)) {
            return Set.of(CHOSEN.get(parameter));
        }
        List<String> known = NAMES.get(parameter);
        Set<String> names = new LinkedHashSet<>(known == null ? List.of() : known);
        if (known == null) {
            NAMES.values().forEach(names::addAll);
        }
        return names;
    }

    private static JsonNode sample(JsonNode schema, int depth) {
        String reference = schema.path("$ref").asText();
        JsonNode there = reference.isEmpty() ? schema : API.at(reference.substring(1));
        return switch (there.path("type").asText()) {
            case "object" -> {
                var object = JSON.createObjectNode();
                there.path("properties").properties().forEach(field -> {
                    if (depth < DEEPEST) {
                        object.set(field.getKey(), sample(field.getValue(), depth + 1));
                    }
                });
                yield object;
            }
            case "array" ->
                depth < DEEPEST
                        ? JSON.createArrayNode().add(sample(there.path("items"), depth + 1))
                        : JSON.createArrayNode();
            case "integer" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default -> JSON.getNodeFactory().textNode("x");
        };
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(CONTRACT.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
