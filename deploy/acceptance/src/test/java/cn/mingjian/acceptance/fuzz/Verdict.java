package cn.mingjian.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What holds of every answer, whatever was asked. */
final class Verdict {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INSIDES = Pattern.compile(
            "exception|\\bat"
                    + " cn\\.|\\bcn\\.mingjian\\.(?!integration\\.ServiceRecords)|\\bjava\\.|\\bjakarta\\.|\\borg\\.[a-z]+\\.|hibernate|postgres|\\bselect"
                    + " .+ from\\b|\\binsert into\\b|constraint|column|\\bnull pointer",
            Pattern.CASE_INSENSITIVE);
    /** Before a request is whole enough to be routed, the server's codec refuses it without a body. */
    private static final Set<Integer> SERVERS_OWN = Set.of(414, 431);

    private static final Pattern TYPE = Pattern.compile("urn:mingjian:problem:[a-z]+:[a-z0-9-]+");

    private final Map<String, Optional<JsonSchema>> schemas = new ConcurrentHashMap<>();

    /** What is wrong with the answer; empty when nothing is. */
    Optional<String> on(Operation operation, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status >= 500) {
            return Optional.of("status " + status);
        }
        if (!SERVERS_OWN.contains(status) && !operation.answers().has(Integer.toString(status))) {
            return Optional.of("status " + status + " is not promised");
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (status >= 400) {
            return problem(answer, type);
        }
        if (!type.startsWith("application/json")) {
            return Optional.empty();
        }
        Optional<JsonSchema> schema = schemas.computeIfAbsent(operation + " " + status, _ -> operation.answer(status));
        if (schema.isEmpty()) {
            return Optional.of("no body of this status is promised");
        }
        try {
            Set<ValidationMessage> faults = schema.get().validate(withoutNulls(JSON.readTree(answer.body())));
            return faults.isEmpty() ? Optional.empty() : Optional.of("the body breaks its schema: " + faults);
        } catch (IOException noJson) {
            return Optional.of("the body is no JSON");
        }
    }

    private static Optional<String> problem(HttpResponse<byte[]> answer, String mediaType) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (SERVERS_OWN.contains(answer.statusCode()) && text.isEmpty()) {
            return Optional.empty();
        }
        if (!mediaType.startsWith("application/problem+json")) {
            return Optional.of("a refusal as " + mediaType);
        }
        try {
            JsonNode problem = JSON.readTree(text);
            boolean whole = TYPE.matcher(problem.path("type").asText()).matches()
                    && !problem.path("title").asText().isBlank()
                    && problem.path("status").asInt() == answer.statusCode()
                    && problem.has("detail");
            if (!whole) {
                return Optional.of("not the form of a problem");
            }
            ((ObjectNode) problem).remove("instance");
            String said = problem.toString();
            return INSIDES.matcher(said.toLowerCase(Locale.ROOT)).find()
                    ? Optional.of("the refusal shows the insides")
                    : Optional.empty();
        } catch (IOException noJson) {
            return Optional.of("the problem is no JSON");
        }
    }

    /** A field that is null is one that is not known, as one that is left out. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        node.forEach(Verdict::withoutNulls);
        return node;
    }
}
