package cn.mingjian.district.notification;

import cn.mingjian.district.notification.Deadlines.Deadline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reminds parties of deadlines three days and one day ahead, and says when one has passed. */
@ApplicationScoped
class Reminders {
    /** Days ahead, the nearest first. */
    private static final List<Integer> AHEAD = List.of(1, 3);

    private final Deadlines deadlines;
    private final Notifier notifier;
    private final Clock clock = Clock.systemUTC();

    Reminders(Deadlines deadlines, Notifier notifier) {
        this.deadlines = deadlines;
        this.notifier = notifier;
    }

    @Transactional
    void remind() {
        Instant now = clock.instant();
        for (Deadline deadline : deadlines.dueBefore(now.plus(Duration.ofDays(AHEAD.getLast())))) {
            notifier.find(deadline.evaluation()).ifPresent(told -> remind(told, deadline, now));
        }
    }

    private void remind(Notifier.Told told, Deadline deadline, Instant now) {
        if (!deadline.dueAt().isAfter(now)) {
            deadlines.missed(deadline);
            notifier.missed(told, deadline.party(), now);
            return;
        }
        AHEAD.stream()
                .filter(days -> deadline.dueAt().isBefore(now.plus(Duration.ofDays(days))))
                .findFirst()
                .filter(days -> deadline.reminded() == null || deadline.reminded() > days)
                .ifPresent(days -> {
                    deadlines.reminded(deadline, days);
                    notifier.near(told, deadline.party(), deadline.dueAt(), days, now);
                });
    }
}
