package cn.mingjian.contracts.openapi;

import cn.mingjian.contracts.schema.ClosedSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The JSON bodies that a service's OpenAPI file speaks of, by operation: {@code PUT /v1/evaluations/{evaluation}}. A body is
 * held to every word: a field that its schema does not name is a fault. What is unknown may be null or left out.
 */
public final class Bodies {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode components;
    private final Map<String, JsonNode> operations = new TreeMap<>();

    private Bodies(JsonNode document) {
        components = document.path("components");
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.put(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue());
                    }
                }));
    }

    public static Bodies in(Path file) {
        try {
            return new Bodies(JSON.valueToTree(Objects.requireNonNull(Yaml.read(file))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Set<String> operations() {
        return Set.copyOf(operations.keySet());
    }

    private JsonNode operation(String name) {
        return Objects.requireNonNull(operations.get(name), name);
    }

    /** The media types of a request that are JSON: one or none. */
    public List<JsonNode> requests(String operation) {
        return json(operation(operation).path("requestBody"));
    }

    /** The media types of an operation's successes that are JSON. */
    public List<JsonNode> answers(String operation) {
        List<JsonNode> answers = new ArrayList<>();
        operation(operation).path("responses").properties().forEach(response -> {
            if (response.getKey().startsWith("2")) {
                answers.addAll(json(response.getValue()));
            }
        });
        return answers;
    }

    private static List<JsonNode> json(JsonNode described) {
        JsonNode media = described.path("content").path(MEDIA_TYPE);
        return media.isMissingNode() ? List.of() : List.of(media);
    }

    /** What is wrong with a body of this media type; empty when nothing is. */
    public List<String> faults(JsonNode mediaType, JsonNode body) {
        ObjectNode whole = mediaType.path("schema").deepCopy();
        whole.set("components", components);
        JsonNode known = withoutNulls(body.deepCopy());
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(ClosedSchema.of(whole))
                .validate(known)
                .stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    /** The body as an example: what the schema names of it, lists with their first two elements. */
    public JsonNode example(JsonNode mediaType, JsonNode body) {
        return shown(mediaType.path("schema"), body);
    }

    private JsonNode shown(JsonNode schema, JsonNode body) {
        String reference = schema.path("$ref").asText();
        JsonNode there = reference.isEmpty() ? schema : components.at(reference.substring("#/components".length()));
        if (body.isObject()) {
            ObjectNode shown = JSON.createObjectNode();
            JsonNode fields = there.path("properties");
            body.properties().forEach(field -> {
                boolean free = fields.isMissingNode();
                if (!field.getValue().isNull() && (free || fields.has(field.getKey()))) {
                    JsonNode form = free ? there.path("additionalProperties") : fields.get(field.getKey());
                    shown.set(field.getKey(), shown(form, field.getValue()));
                }
            });
            return shown;
        }
        if (body.isArray()) {
            ArrayNode shown = JSON.createArrayNode();
            body.valueStream().limit(2).forEach(element -> shown.add(shown(there.path("items"), element)));
            return shown;
        }
        return body;
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        node.forEach(Bodies::withoutNulls);
        return node;
    }
}
