package cn.mingjian.acceptance.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares two results field by field, whatever the order of their lists. */
public final class ResultDifferences {
    private static final List<String> IDENTITY =
            List.of("indicator", "area", "rule", "subject", "left", "party", "category");

    private ResultDifferences() {}

    /** One line for each field that is missing, too many or other than expected. */
    public static List<String> between(JsonNode expected, JsonNode actual) {
        Map<String, String> left = new TreeMap<>();
        Map<String, String> right = new TreeMap<>();
        flatten("", expected, left);
        flatten("", actual, right);
        List<String> differences = new ArrayList<>();
        TreeSet<String> fields = new TreeSet<>(left.keySet());
        fields.addAll(right.keySet());
        for (String field : fields)
            if (!Objects.equals(left.get(field), right.get(field)))
                differences.add("%s: expected %s, was %s"
                        .formatted(field, left.getOrDefault(field, "nothing"), right.getOrDefault(field, "nothing")));
        return differences;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties().forEach(entry -> flatten(path + "/" + entry.getKey(), entry.getValue(), fields));
        } else if (node.isArray()) {
            fields.put(path + "/size", String.valueOf(node.size()));
            for (JsonNode element : node) {
                String name = path + "/" + identity(element);
                while (fields.containsKey(name + "/")) name += "'";
                fields.put(name + "/", "");
                flatten(name, element, fields);
            }
        } else {
            fields.put(path, node.toString());
        }
    }

    private static String identity(JsonNode element) {
        return IDENTITY.stream()
                .filter(element::has)
                .map(field -> element.get(field).asText())
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), parts -> parts.isEmpty() ? element.toString() : String.join("|", parts)));
    }
}
