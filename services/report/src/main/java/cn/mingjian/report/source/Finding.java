package cn.mingjian.report.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a party found worth praise (COMMENDATION) or attention (CONCERN), for one chapter. */
public record Finding(
        String chapter,
        String kind,
        String title,
        String text,
        @Nullable List<String> areas) {

    public boolean commends() {
        return kind.equals("COMMENDATION");
    }

    /** The codes of the areas it speaks of; none means the whole station. */
    public List<String> places() {
        return areas == null ? List.of() : areas;
    }
}
