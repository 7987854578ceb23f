package cn.mingjian.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An event as contracts/events promises it to others: the example, and a schema that knows every field of it. */
public final class EventContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EVENTS = Path.of("../../contracts/events");

    private EventContract() {}

    /**
     * Holds that the event is written exactly as its example, and that the schema names exactly its fields. A field that
     * came later is not required: events from before do not have it.
     */
    public static void holds(Object event) {
        String name = event.getClass().getSimpleName();
        JsonNode example = read(name + ".example.json");

        assertThat(JSON.<JsonNode>valueToTree(event)).isEqualTo(example);
        assertSameFields(name, read(name + ".schema.json"), example);
    }

    public static JsonNode read(String file) {
        try {
            return JSON.readTree(Files.readString(EVENTS.resolve(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void assertSameFields(String at, JsonNode schema, JsonNode value) {
        JsonNode there = schema.has("oneOf") ? schema.get("oneOf").get(0) : schema;
        if (value.isObject()) {
            assertThat(names(there.path("properties"))).as(at).hasSameElementsAs(names(value));
            assertThat(there.path("required").valueStream().map(JsonNode::asText))
                    .as(at)
                    .isSubsetOf(names(value));
            value.properties()
                    .forEach(field -> assertSameFields(
                            at + "." + field.getKey(),
                            there.path("properties").path(field.getKey()),
                            field.getValue()));
        }
        if (value.isArray()) {
            value.forEach(element -> assertSameFields(at + "[]", there.path("items"), element));
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
