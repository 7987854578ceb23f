package cn.mingjian.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Schemas are open for readers, who pass over what they do not know; whoever writes is held to every word. */
public final class ClosedSchema {

    private ClosedSchema() {}

    /** A copy in which every object with properties has no others. */
    public static JsonNode of(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        close(copy);
        return copy;
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(ClosedSchema::close);
    }
}
