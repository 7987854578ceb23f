package cn.mingjian.staffing.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Training and supervision as handed in and stored; it is printed, no figure depends on it. */
public record Training(@Nullable List<Session> sessions) {

    /** One session. */
    public record Session(
            @Nullable String on,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String hours,
            @Nullable Integer attendees) {}

    /** The rows of a training that was checked. */
    public List<Session> rows() {
        return sessions == null ? List.of() : sessions;
    }
}
