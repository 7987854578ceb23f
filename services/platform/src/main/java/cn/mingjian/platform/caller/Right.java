package cn.mingjian.platform.caller;

import java.util.List;
import java.util.Optional;

/** A role at a place, as one Keycloak leaf group gives it: {@code /nansha/dagang/operator}. */
public record Right(String role, Place place) {

    /** Reads a group's full path; a path that names no place we know of gives no right. */
    static Optional<Right> ofGroup(String path) {
        List<String> segments = List.of(path.split("/", -1));
        if (segments.size() < 2 || !segments.getFirst().isEmpty() || segments.size() > 4) {
            return Optional.empty();
        }
        List<String> place = segments.subList(1, segments.size() - 1);
        return segments.stream().skip(1).allMatch(Place::isCode)
                ? Optional.of(new Right(segments.getLast(), new Place(place)))
                : Optional.empty();
    }
}
