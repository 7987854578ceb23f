package cn.mingjian.platform.caller;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/** What a request's path names. */
public record PathParameters(MultivaluedMap<String, String> values) {

    public Optional<String> find(String parameter) {
        return Optional.ofNullable(values.getFirst(parameter));
    }
}
