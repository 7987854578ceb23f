package cn.mingjian.cli.bundle;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of a YAML mapping's keys, as far as they are there and have their form. */
record Values(Map<String, Branch> places, Map<String, String> words) {

    Optional<String> find(String key) {
        return Optional.ofNullable(words.get(key));
    }

    @Nullable
    String orNull(String key) {
        return words.get(key);
    }

    /** Where a key's value stands. */
    Branch at(String key) {
        Branch place = places.get(key);
        if (place == null) {
            throw new IllegalStateException("nothing at " + key);
        }
        return place;
    }
}
