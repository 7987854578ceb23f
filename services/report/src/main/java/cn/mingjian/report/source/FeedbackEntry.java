package cn.mingjian.report.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said on site ({@code from} ON_SITE) or to the draft, and how an objection was decided.
 *
 * @param party whose sheets an upheld objection reopens, where the bureau has said
 */
public record FeedbackEntry(
        String from,
        int number,
        LocalDate on,
        String outcome,
        @Nullable String text,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String party) {

    public boolean objects() {
        return outcome.equals("OBJECTION");
    }
}
