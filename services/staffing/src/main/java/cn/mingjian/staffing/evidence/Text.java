package cn.mingjian.staffing.evidence;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts of a row: empty is no value. */
final class Text {

    private Text() {}

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The text of a field that the check found filled. */
    static String present(@Nullable String text) {
        return Objects.requireNonNull(text, "an unchecked row");
    }
}
