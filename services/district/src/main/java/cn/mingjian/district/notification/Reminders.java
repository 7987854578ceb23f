package cn.mingjian.district.notification;

import cn.mingjian.district.notification.Deadlines.Deadline;
import cn.mingjian.platform.event.Worker;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reminds parties of deadlines three days and one day ahead, and says when one has passed. */
@ApplicationScoped
class Reminders {
    /** Days ahead, the nearest first. */
    private static final List<Integer> AHEAD = List.of(1, 3);

    private final Deadlines deadlines;
    private final Notifier notifier;
    private final Duration interval;
    private final Clock clock = Clock.systemUTC();
    private final Worker worker = new Worker("reminders", this::turn);

    Reminders(
            Deadlines deadlines,
            Notifier notifier,
            @ConfigProperty(name = "mingjian.notifications.interval") Duration interval) {
        this.deadlines = deadlines;
        this.notifier = notifier;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }

    private long turn() {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            QuarkusTransaction.requiringNew().run(this::remind);
        } finally {
            context.terminate();
        }
        return interval.toMillis();
    }

    private void remind() {
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
