package cn.mingjian.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Bodies for an operation: whole documents that some evaluation has, documents made up after the schema, either with some
 * of their values replaced, and bytes that are no document.
 */
final class Bodies {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_CHANGES = 3;
    private static final int DEEPEST = 6;

    private final Map<String, JsonNode> known;
    private final Map<String, List<JsonNode>> values = new HashMap<>();

    /** @param known documents by {@code service path}, as they were read back */
    Bodies(Map<String, JsonNode> known) {
        this.known = known;
        known.values().forEach(this::remember);
        values.put("decision", List.of(NODES.textNode("UPHELD"), NODES.textNode("REFUSED")));
        values.put("outcome", List.of(NODES.textNode("OBJECTION"), NODES.textNode("NO_OBJECTION")));
        values.put("occurredOn", List.of(NODES.textNode("2024-06-20")));
        values.put("on", List.of(NODES.textNode("2024-07-01")));
        values.put("reason", List.of(NODES.textNode("理由如下。")));
    }

    byte[] draw(Operation operation, RandomGenerator random) {
        int kind = random.nextInt(100);
        if (kind < 6) {
            return junk(random);
        }
        JsonNode read = known.get(operation.service() + " " + operation.path());
        JsonNode document =
                read != null && kind < 75 ? read.deepCopy() : make(operation, operation.body(), "", random, 0);
        int changes = kind < 20 ? 0 : 1 + random.nextInt(MOST_CHANGES);
        for (int change = 0; change < changes; change++) {
            document = change(document, random);
        }
        String text = document.toString();
        return kind == 99 ? text.getBytes(Charset.forName("UTF-16")) : text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a PUT without a body, or one that is no JSON, may carry. */
    byte[] lines(RandomGenerator random) {
        StringBuilder lines = new StringBuilder();
        for (int line = random.nextInt(5); line >= 0; line--) {
            ObjectNode record = NODES.objectNode();
            record.put("id", "fuzz-" + random.nextInt(50)).put("version", 1 + random.nextInt(3));
            record.put("station", "dagang").put("type", "HOME_VISIT").put("occurredOn", "2024-03-04");
            record.put("status", "APPROVED").put("submittedAt", "2024-03-05T08:00:00+08:00");
            lines.append(random.nextBoolean() ? change((JsonNode) record, random) : record)
                    .append('\n');
        }
        return random.nextInt(8) == 0 ? junk(random) : lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] junk(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 -> "null".getBytes(StandardCharsets.UTF_8);
            case 2 -> "{\"a\":".getBytes(StandardCharsets.UTF_8);
            case 3 -> "{} {}".getBytes(StandardCharsets.UTF_8);
            case 4 -> new byte[] {'"', (byte) 0xC0, (byte) 0x80, (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
            default -> {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                yield bytes;
            }
        };
    }

    private void remember(JsonNode node) {
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isValueNode() && !value.isNull()) {
                List<JsonNode> seen = values.computeIfAbsent(field.getKey(), _ -> new ArrayList<>());
                if (seen.size() < 30 && !seen.contains(value)) {
                    seen.add(value);
                }
            }
        });
        node.forEach(this::remember);
    }

    private JsonNode make(Operation operation, JsonNode described, String name, RandomGenerator random, int depth) {
        JsonNode schema = operation.resolved(described);
        List<JsonNode> seen = values.get(name);
        if (schema.has("enum") && random.nextInt(10) > 0) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> {
                ObjectNode object = NODES.objectNode();
                if (depth < DEEPEST) {
                    schema.path("properties").properties().forEach(property -> {
                        if (random.nextInt(12) > 0) {
                            object.set(
                                    property.getKey(),
                                    make(operation, property.getValue(), property.getKey(), random, depth + 1));
                        }
                    });
                }
                yield object;
            }
            case "array" -> {
                ArrayNode array = NODES.arrayNode();
                for (int element = depth < DEEPEST ? random.nextInt(3) : 0; element > 0; element--) {
                    array.add(make(operation, schema.path("items"), name, random, depth + 1));
                }
                yield array;
            }
            case "integer", "number" -> NODES.numberNode(random.nextInt(-1, 4));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default ->
                seen != null && random.nextInt(6) > 0
                        ? seen.get(random.nextInt(seen.size()))
                        : NODES.textNode(random.nextBoolean() ? "1" : "文字");
        };
    }

    /** Replaces, removes, doubles or adds somewhere in the document. */
    private JsonNode change(JsonNode document, RandomGenerator random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(document, containers);
        if (containers.isEmpty() || random.nextInt(40) == 0) {
            return Nasty.value(random);
        }
        switch (containers.get(random.nextInt(containers.size()))) {
            case ObjectNode object -> change(object, random);
            case ArrayNode array -> change(array, random);
            default -> throw new IllegalStateException();
        }
        return document;
    }

    private void change(ObjectNode object, RandomGenerator random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? "extra" : names.get(random.nextInt(names.size()));
        List<JsonNode> seen = values.get(name);
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.set("extra" + random.nextInt(3), Nasty.value(random));
            case 2 -> object.set(Nasty.text(random), Nasty.value(random));
            case 3 -> object.set(name, seen == null ? Nasty.value(random) : seen.get(random.nextInt(seen.size())));
            default -> object.set(name, Nasty.value(random));
        }
    }

    private static void change(ArrayNode array, RandomGenerator random) {
        int at = array.isEmpty() ? 0 : random.nextInt(array.size());
        switch (random.nextInt(6)) {
            case 0 -> array.removeAll();
            case 1 ->
                array.addAll(Nasty.many(array.isEmpty() ? NODES.nullNode() : array.get(at), 1 + random.nextInt(3)));
            case 2 -> array.addNull();
            case 3 -> array.remove(at);
            default -> array.insert(at, Nasty.value(random));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    /** The body with one part less each, for finding out what a failure is about. */
    static List<byte[]> smaller(byte[] body) {
        List<byte[]> smaller = new ArrayList<>();
        try {
            JsonNode whole = JSON.readTree(body);
            List<JsonNode> containers = new ArrayList<>();
            collect(whole, containers);
            for (int at = 0; at < containers.size(); at++) {
                for (int part = 0; part < containers.get(at).size(); part++) {
                    JsonNode copy = whole.deepCopy();
                    List<JsonNode> copies = new ArrayList<>();
                    collect(copy, copies);
                    switch (copies.get(at)) {
                        case ObjectNode object ->
                            object.remove(new ArrayList<>(object.properties())
                                    .get(part)
                                    .getKey());
                        case ArrayNode array -> array.remove(part);
                        default -> throw new IllegalStateException();
                    }
                    smaller.add(copy.toString().getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (java.io.IOException noDocument) {
            return List.of();
        }
        return smaller;
    }
}
