package cn.mingjian.cli.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether the platform keeps what a bundle says: order does not matter, nor what a service adds, nor whether something
 * unknown is null, empty or left out, nor how many zeros end a fraction.
 */
final class Difference {
    private static final Pattern FIGURE = Pattern.compile("[0-9]{1,40}(\\.[0-9]{1,40})?");

    private Difference() {}

    static boolean between(JsonNode said, JsonNode kept) {
        return !canonical(said, said).equals(canonical(kept, said));
    }

    /** A value in one form, cut down to what its counterpart could have. */
    private static String canonical(JsonNode value, JsonNode shape) {
        if (value.isObject() && !shape.isObject()) {
            return value.isEmpty() ? "" : value.toString();
        }
        if (value.isObject()) {
            TreeMap<String, String> members = new TreeMap<>();
            for (String key : keys(shape)) {
                String member = canonical(value.path(key), shape.path(key));
                if (!member.isEmpty()) {
                    members.put(key, member);
                }
            }
            return members.isEmpty() ? "" : members.toString();
        }
        if (value.isArray()) {
            JsonNode element = merged(shape);
            List<String> elements = new ArrayList<>();
            value.forEach(each -> elements.add(canonical(each, element)));
            Collections.sort(elements);
            return elements.isEmpty() ? "" : elements.toString();
        }
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return quoted(value.asText());
    }

    private static String quoted(String text) {
        String plain = FIGURE.matcher(text).matches()
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
        return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static TreeSet<String> keys(JsonNode shape) {
        TreeSet<String> keys = new TreeSet<>();
        shape.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** All that elements of a list have, together. */
    private static JsonNode merged(JsonNode list) {
        Map<String, List<JsonNode>> members = new LinkedHashMap<>();
        Optional<JsonNode> first = Optional.empty();
        for (JsonNode element : list) {
            first = first.or(() -> Optional.of(element));
            element.properties().forEach(m -> members.computeIfAbsent(m.getKey(), k -> new ArrayList<>())
                    .add(m.getValue()));
        }
        if (members.isEmpty()) {
            return first.orElseGet(Json::object);
        }
        var merged = Json.object();
        members.forEach((key, values) -> merged.set(key, together(values)));
        return merged;
    }

    private static JsonNode together(List<JsonNode> values) {
        if (values.stream().anyMatch(JsonNode::isArray)) {
            var all = Json.object().arrayNode();
            values.forEach(value -> value.forEach(all::add));
            return all;
        }
        if (values.stream().anyMatch(JsonNode::isObject)) {
            var all = Json.object().arrayNode();
            values.forEach(all::add);
            return merged(all);
        }
        return values.getFirst();
    }
}
