package cn.mingjian.contracts.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What callers really send and get, beside the OpenAPI file that shows it: by operation a {@code request}, an {@code answer}
 * or both. Written by the walk over the running platform.
 */
final class Examples {

    private static final String MEDIA_TYPE = "application/json";

    private Examples() {}

    /**
     * Puts the examples of a file, when there is one, into a document.
     *
     * @throws IllegalStateException naming an example that belongs to no body of the document
     */
    static void into(@Nullable Object document, Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        map(Yaml.read(file)).forEach((operation, example) -> {
            String[] parts = operation.split(" ", 2);
            Map<String, Object> described =
                    child(child(child(map(document), "paths"), parts[1]), parts[0].toLowerCase(Locale.ROOT));
            map(example).forEach((side, body) -> {
                boolean shown = side.equals("request")
                        ? show(child(described, "requestBody"), body)
                        : child(described, "responses").entrySet().stream()
                                .filter(response -> response.getKey().startsWith("2"))
                                .map(response -> show(map(response.getValue()), body))
                                .reduce(false, Boolean::logicalOr);
                if (!shown) {
                    throw new IllegalStateException(
                            "%s has an example of a %s that %s does not have".formatted(file, side, operation));
                }
            });
        });
    }

    private static boolean show(Map<String, Object> described, Object example) {
        if (!(described.get("content") instanceof Map<?, ?> content) || !content.containsKey(MEDIA_TYPE)) {
            return false;
        }
        map(content.get(MEDIA_TYPE)).put("example", example);
        return true;
    }

    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        return parent.containsKey(name) ? map(parent.get(name)) : Map.of();
    }

    /** What the reader makes of a YAML mapping. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object node) {
        return (Map<String, Object>) Objects.requireNonNull(node);
    }
}
