package cn.mingjian.platform.event;

import cn.mingjian.platform.store.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures what waits, on a thread of its own: the relay's stands still just when the broker is away. All copies of a
 * service answer the same.
 */
@Singleton
class Backlog {

    private static final long LOOK_EVERY_MILLIS = 2_000;
    private static final String LOOK = """
            select (select count(*) from outbox),
                   coalesce((select extract(epoch from clock_timestamp() - created_at) * 1000
                               from outbox order by id limit 1), 0)::bigint,
                   (select count(*) from parked_event)
            """;

    private final Database database;
    private final Worker worker = new Worker("backlog", this::look);
    private final AtomicLong outboxEvents;
    private final AtomicLong outboxLagMillis;
    private final AtomicLong parkedEvents;

    Backlog(Database database, MeterRegistry metrics) {
        this.database = database;
        this.outboxEvents = metrics.gauge("mingjian_outbox_events", new AtomicLong());
        this.outboxLagMillis = metrics.gauge("mingjian_outbox_lag_milliseconds", new AtomicLong());
        this.parkedEvents = metrics.gauge("mingjian_inbox_parked_events", new AtomicLong());
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }

    private long look() throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement look = connection.prepareStatement(LOOK);
                ResultSet row = look.executeQuery()) {
            row.next();
            outboxEvents.set(row.getLong(1));
            outboxLagMillis.set(Math.max(0, row.getLong(2)));
            parkedEvents.set(row.getLong(3));
        }
        return LOOK_EVERY_MILLIS;
    }
}
