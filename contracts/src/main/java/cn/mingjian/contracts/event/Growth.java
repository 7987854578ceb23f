package cn.mingjian.contracts.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Whether a schema only grew. Readers of the old form must be able to read the new one, and events of the old form that are
 * still in a topic must fit the new one; so a field is neither taken away nor made required or optional, and no field's
 * values change their type or range.
 */
public final class Growth {

    /** Keywords that say which values a field may have: any difference changes what readers or writers rely on. */
    private static final Set<String> VALUES = Set.of(
            "type",
            "const",
            "enum",
            "format",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "additionalProperties",
            "$ref");

    private static final Set<String> ALTERNATIVES = Set.of("oneOf", "anyOf", "allOf");

    private final List<String> breaks = new ArrayList<>();

    private Growth() {}

    /** Every change between the two forms that is not growth, with the place it is at; empty when the schema only grew. */
    public static List<String> breaks(JsonNode before, JsonNode after) {
        Growth growth = new Growth();
        growth.compare("", before, after);
        return List.copyOf(growth.breaks);
    }

    private void compare(String at, JsonNode before, JsonNode after) {
        for (String keyword : VALUES) {
            JsonNode was = before.path(keyword);
            JsonNode is = after.path(keyword);
            if (!same(was, is)) {
                say(at, "%s was %s and is %s".formatted(keyword, shown(was), shown(is)));
            }
        }
        required(at, before, after);
        for (Map.Entry<String, JsonNode> property : before.path("properties").properties()) {
            String place = at + "/" + property.getKey();
            JsonNode is = after.path("properties").path(property.getKey());
            if (is.isMissingNode()) {
                say(place, "was taken away or renamed");
            } else {
                compare(place, property.getValue(), is);
            }
        }
        if (before.has("items") || after.has("items")) {
            compare(at + "/*", before.path("items"), after.path("items"));
        }
        ALTERNATIVES.forEach(keyword -> alternatives(at, keyword, before.path(keyword), after.path(keyword)));
    }

    private void required(String at, JsonNode before, JsonNode after) {
        Set<String> was = texts(before.path("required"));
        Set<String> is = texts(after.path("required"));
        minus(
                is,
                was,
                name -> say(
                        at + "/" + name,
                        before.path("properties").has(name)
                                        || !after.path("properties").has(name)
                                ? "was optional and is required"
                                : "is new and required, which events already published do not have"));
        minus(was, is, name -> {
            if (after.path("properties").has(name)) {
                say(at + "/" + name, "was required and is optional, which its readers do not expect");
            }
        });
    }

    private void alternatives(String at, String keyword, JsonNode before, JsonNode after) {
        if (before.size() != after.size()) {
            say(at, "%s had %d forms and has %d".formatted(keyword, before.size(), after.size()));
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            compare(at, before.path(i), after.path(i));
        }
    }

    /** The order of an enum says nothing. */
    private static boolean same(JsonNode before, JsonNode after) {
        return before.isArray() && after.isArray()
                ? new HashSet<>(before.valueStream().toList())
                        .equals(new HashSet<>(after.valueStream().toList()))
                : Objects.equals(before, after) || (before.isMissingNode() && after.isMissingNode());
    }

    private void say(String at, String what) {
        breaks.add((at.isEmpty() ? "/" : at) + " " + what);
    }

    private static String shown(JsonNode value) {
        return value instanceof MissingNode ? "open" : value.toString();
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static void minus(Set<String> all, Set<String> without, Consumer<String> each) {
        all.stream().filter(name -> !without.contains(name)).forEach(each);
    }
}
