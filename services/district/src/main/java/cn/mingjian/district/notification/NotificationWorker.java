package cn.mingjian.district.notification;

import cn.mingjian.platform.event.Worker;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Does in the background what no event brings about: reminders as time passes, then mail. */
@ApplicationScoped
class NotificationWorker {
    private final Reminders reminders;
    private final Postman postman;
    private final Duration interval;
    private final Worker worker = new Worker("notifications", this::turn);

    NotificationWorker(
            Reminders reminders,
            Postman postman,
            @ConfigProperty(name = "mingjian.notifications.interval") Duration interval) {
        this.reminders = reminders;
        this.postman = postman;
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
            reminders.remind();
            postman.spread();
            boolean sent = true;
            while (sent && !worker.stopping()) {
                sent = postman.sendNext();
            }
        } finally {
            context.terminate();
        }
        return interval.toMillis();
    }
}
