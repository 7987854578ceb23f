package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.bundle.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** Documents in the form that the services take. */
final class Json {
    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A document that is one list. */
    static ObjectNode document(String name, JsonNode list) {
        return object().set(name, list);
    }

    /** One element a row. */
    static ArrayNode list(List<Row> rows, Function<Row, JsonNode> element) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> list.add(element.apply(row)));
        return list;
    }

    /** One element for each that a list of a YAML file has; none when it has no such list. */
    static ArrayNode list(JsonNode elements, Function<JsonNode, JsonNode> element) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        elements.forEach(each -> list.add(element.apply(each)));
        return list;
    }

    /** Some columns of a row, as the words that stand there. */
    static ObjectNode pick(Row row, String... columns) {
        ObjectNode object = object();
        for (String column : columns) {
            object.put(column, row.find(column).orElse(null));
        }
        return object;
    }

    /** Some keys of a mapping; one that is absent is unknown. */
    static ObjectNode pick(JsonNode mapping, String... keys) {
        ObjectNode object = object();
        for (String key : keys) {
            JsonNode value = mapping.path(key);
            object.set(key, value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value);
        }
        return object;
    }

    /** Turns words into whole numbers. */
    static ObjectNode counts(ObjectNode object, String... keys) {
        for (String key : keys) {
            if (object.path(key).isTextual()) {
                object.put(key, Integer.parseInt(object.path(key).asText()));
            }
        }
        return object;
    }
}
