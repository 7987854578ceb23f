package cn.mingjian.indicator.completion;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Which submitted records have waited for their review too long (审核积压) when the evaluators come on site. */
public record ReviewBacklog(LocalDate onSite, int reviewWithinDays) {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** The day of an instant, whatever offset it travelled with. */
    public static LocalDate day(OffsetDateTime instant) {
        return instant.atZoneSameInstant(CHINA).toLocalDate();
    }

    /** Records submitted before this day are more than {@code reviewWithinDays} days old on the on-site day. */
    public LocalDate overdueBefore() {
        return onSite.minusDays(reviewWithinDays);
    }

    /** Whether a record that is still SUBMITTED counts, whatever the day its service took place. */
    public boolean counts(OffsetDateTime submittedAt) {
        return day(submittedAt).isBefore(overdueBefore());
    }
}
