package cn.mingjian.contracts.event;

import cn.mingjian.contracts.schema.ClosedSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What {@code asyncapi.yaml} and the schemas beside it allow to be published. A publisher is held to every word: a field
 * that the schema does not name is a violation, although every reader has to pass over it.
 */
public final class EventContracts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final Map<String, Declared> types = new TreeMap<>();

    /** One type of event: where it travels, what its key is made of, what it looks like. */
    private record Declared(String topic, List<String> key, JsonNode form, JsonSchema schema, JsonNode example) {}

    private EventContracts(Path contracts) throws IOException {
        JsonNode document = document(contracts.resolve("asyncapi.yaml"));
        for (Map.Entry<String, JsonNode> channel : document.path("channels").properties()) {
            for (JsonNode reference : channel.getValue().path("messages")) {
                JsonNode message = document.at(reference.path("$ref").asText().substring(1));
                Path schema = contracts.resolve(message.at("/payload/$ref").asText());
                JsonNode form = JSON.readTree(schema.toFile());
                types.put(
                        message.path("name").asText(),
                        new Declared(
                                channel.getKey(),
                                message.path("x-key")
                                        .valueStream()
                                        .map(JsonNode::asText)
                                        .toList(),
                                form,
                                SCHEMAS.getSchema(ClosedSchema.of(form)),
                                example(schema)));
            }
        }
    }

    /** Reads the folder that holds {@code asyncapi.yaml}. */
    public static EventContracts in(Path contracts) {
        try {
            return new EventContracts(contracts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All types that may be published: {@code cn.mingjian.scoring.EvaluationOpened.v1}. */
    public Set<String> types() {
        return Set.copyOf(types.keySet());
    }

    /** The topic of a declared type, without the installation's prefix. */
    public String topic(String type) {
        return declared(type).topic();
    }

    /** The payload that the contract gives as an example of a declared type. */
    public JsonNode example(String type) {
        return declared(type).example().deepCopy();
    }

    /** The payload with what it leaves out: null where the form lets it be unknown, else as in the example. */
    public JsonNode whole(String type, JsonNode payload) {
        Declared declared = declared(type);
        return whole(declared.form(), declared.example(), payload);
    }

    private static JsonNode whole(JsonNode form, JsonNode example, JsonNode given) {
        JsonNode there = form.has("oneOf") ? form.path("oneOf").path(0) : form;
        if (given.isObject()) {
            ObjectNode whole = JSON.createObjectNode();
            given.properties()
                    .forEach(field -> whole.set(
                            field.getKey(),
                            whole(
                                    there.path("properties").path(field.getKey()),
                                    example.path(field.getKey()),
                                    field.getValue())));
            there.path("required").forEach(name -> {
                if (!whole.has(name.asText())) {
                    boolean unknown = mayBeNull(there.path("properties").path(name.asText()));
                    whole.set(name.asText(), unknown ? JSON.nullNode() : example.path(name.asText()));
                }
            });
            return whole;
        }
        if (given.isArray()) {
            ArrayNode whole = JSON.createArrayNode();
            given.forEach(element -> whole.add(whole(there.path("items"), example.path(0), element)));
            return whole;
        }
        return given;
    }

    private static boolean mayBeNull(JsonNode form) {
        return form.path("type").toString().contains("\"null\"")
                || form.path("oneOf")
                        .valueStream()
                        .anyMatch(each -> each.path("type").asText().equals("null"));
    }

    /** The key that an event of a declared type with this payload travels under. */
    public String key(String type, JsonNode payload) {
        return declared(type).key().stream()
                .map(field -> payload.path(field).asText())
                .collect(Collectors.joining("/"));
    }

    /**
     * What is wrong with a published event; empty when nothing is.
     *
     * @param topic without the installation's prefix
     */
    public List<String> violations(String topic, String key, String type, JsonNode payload) {
        Declared declared = types.get(type);
        if (declared == null) {
            return List.of(type + " on " + topic + ": no such message in asyncapi.yaml");
        }
        List<String> found = new ArrayList<>();
        if (!declared.topic().equals(topic)) {
            found.add("%s on %s: belongs on %s".formatted(type, topic, declared.topic()));
        }
        for (ValidationMessage violation : declared.schema().validate(payload)) {
            found.add("%s on %s: %s".formatted(type, topic, violation.getMessage()));
        }
        if (found.isEmpty() && !key(type, payload).equals(key)) {
            found.add("%s on %s: key is %s, not %s".formatted(type, topic, key, key(type, payload)));
        }
        return found;
    }

    private Declared declared(String type) {
        Declared declared = types.get(type);
        if (declared == null) {
            throw new IllegalArgumentException("no such message in asyncapi.yaml: " + type);
        }
        return declared;
    }

    private static JsonNode example(Path schema) throws IOException {
        return JSON.readTree(
                schema.resolveSibling(schema.getFileName().toString().replace(".schema.", ".example."))
                        .toFile());
    }

    private static JsonNode document(Path file) throws IOException {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        return JSON.valueToTree(tree);
    }
}
