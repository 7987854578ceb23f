package cn.mingjian.platform.caller;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/** What a request's path names. */
public record PathParameters(MultivaluedMap<String, String> values) {

    /** Whether a name could be one at all: nothing is called by control characters, and no store takes them all. */
    boolean isNameable() {
        return values.values().stream().flatMap(List::stream).allMatch(value -> value.chars()
                .noneMatch(Character::isISOControl));
    }

    public Optional<String> find(String parameter) {
        return Optional.ofNullable(values.getFirst(parameter));
    }
}
