package cn.mingjian.report.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody said on site ({@code from} ON_SITE) or to the draft, and how an objection was decided. */
public record FeedbackEntry(
        String from,
        int number,
        LocalDate on,
        String outcome,
        @Nullable String text,
        @Nullable String decision,
        @Nullable String reason) {

    public boolean objects() {
        return outcome.equals("OBJECTION");
    }
}
