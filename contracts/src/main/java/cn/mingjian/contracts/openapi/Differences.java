package cn.mingjian.contracts.openapi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where two documents say different things; the order of keys says nothing. */
final class Differences {

    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /** One entry a place: its path, then a line with - for the first document and one with + for the second. */
    static List<String> between(@Nullable Object first, @Nullable Object second) {
        Differences differences = new Differences();
        differences.compare("", first, second);
        return List.copyOf(differences.found);
    }

    private void compare(String at, @Nullable Object first, @Nullable Object second) {
        if (first instanceof Map<?, ?> one && second instanceof Map<?, ?> other) {
            Set<Object> keys = new LinkedHashSet<>(one.keySet());
            keys.addAll(other.keySet());
            for (Object key : keys) {
                compare(at.isEmpty() ? key.toString() : at + " › " + key, one.get(key), other.get(key));
            }
        } else if (first instanceof List<?> one && second instanceof List<?> other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(at + "[" + i + "]", one.get(i), other.get(i));
            }
        } else if (!Objects.equals(first, second)) {
            found.add("  " + at + side("-", first) + side("+", second));
        }
    }

    private static String side(String sign, @Nullable Object value) {
        return value == null ? "" : "%n    %s %s".formatted(sign, value);
    }
}
