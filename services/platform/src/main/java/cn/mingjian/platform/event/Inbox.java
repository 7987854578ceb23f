package cn.mingjian.platform.event;

import cn.mingjian.platform.store.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies events once: the event's id and its effect are in one transaction. What waits for something else is parked here,
 * and everything later of the same key behind it, until its turn comes.
 */
@ApplicationScoped
class Inbox {

    private static final String REMEMBER =
            "insert into inbox (event_id, type) values (?, ?) on conflict on constraint inbox_pk do nothing";
    private static final String FORGET = "delete from inbox where event_id = ? and type = ?";
    private static final String IS_BLOCKED = "select 1 from parked_event where topic = ? and key = ? limit 1";
    private static final String PARK =
            "insert into parked_event (event_id, topic, key, type, occurred_at, payload, traceparent, waits_for) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String PARKED =
            "select distinct on (topic, key) id, event_id, topic, key, type, occurred_at, payload, traceparent from parked_event order by topic, key, id";
    private static final String HOLD = "select 1 from parked_event where id = ? for update skip locked";
    private static final String UNPARK = "delete from parked_event where id = ?";

    private final Database database;
    private final Payloads payloads;
    private final Trace trace;

    Inbox(Database database, Payloads payloads, Trace trace) {
        this.database = database;
        this.payloads = payloads;
        this.trace = trace;
    }

    /** An event as it came off the wire, for one listener. */
    record Incoming<E>(
            EventListener<E> listener,
            String id,
            String topic,
            String key,
            Instant time,
            byte[] payload,
            @Nullable String traceparent) {}

    /** How many of a run were new; the others had been applied before. */
    record Applied(int fresh, int duplicates) {}

    /** Applies a run for one listener (a single event, or many where the listener takes runs) in one transaction. */
    @ActivateRequestContext
    <E> Applied apply(List<Incoming<E>> run) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Incoming<E>> fresh = new ArrayList<>();
            for (Incoming<E> incoming : run) {
                if (update(REMEMBER, incoming.id(), incoming.listener().type()) == 1) {
                    fresh.add(incoming);
                }
            }
            if (!fresh.isEmpty()) {
                applyFresh(fresh);
            }
            return new Applied(fresh.size(), run.size() - fresh.size());
        });
    }

    private <E> void applyFresh(List<Incoming<E>> fresh) throws Exception {
        EventListener<E> listener = fresh.getFirst().listener();
        List<Incoming<E>> free = new ArrayList<>();
        for (Incoming<E> incoming : fresh) {
            if (exists(IS_BLOCKED, incoming.topic(), incoming.key())) {
                park(incoming, "earlier events of " + incoming.key());
            } else {
                free.add(incoming);
            }
        }
        if (free.isEmpty()) {
            return;
        }
        List<Event<E>> events = new ArrayList<>();
        for (Incoming<E> incoming : free) {
            events.add(event(incoming));
        }
        Outcome outcome = listener.batched() ? listener.onAll(events) : listener.on(events.getFirst());
        if (outcome instanceof Outcome.Waits(String forWhat)) {
            for (Incoming<E> incoming : free) {
                park(incoming, forWhat);
            }
        }
    }

    /** An event that waits here, the first of its key. */
    record Parked<E>(long id, Incoming<E> event) {}

    /** The first parked event of every key, of those that have a listener. */
    @ActivateRequestContext
    List<Parked<?>> parked(Function<String, @Nullable EventListener<?>> listeners) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Parked<?>> found = new ArrayList<>();
            try (Connection connection = database.connection();
                    PreparedStatement select = connection.prepareStatement(PARKED);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    EventListener<?> listener = listeners.apply(row.getString("type"));
                    if (listener != null) {
                        found.add(new Parked<>(row.getLong("id"), parked(listener, row)));
                    }
                }
            }
            return found;
        });
    }

    /** Tries a parked event once more; answers whether it was applied. */
    @ActivateRequestContext
    <E> boolean apply(Parked<E> parked) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // Held while it is applied, so that of two copies of the service one does it.
            if (!exists(HOLD, parked.id())) {
                return false;
            }
            return switch (parked.event().listener().on(event(parked.event()))) {
                case Outcome.Applied() -> update(UNPARK, parked.id()) == 1;
                case Outcome.Waits(String forWhat) -> false;
            };
        });
    }

    /** Gives a parked event up, so that it may be sent again; answers whether it was still there. */
    @ActivateRequestContext
    boolean forget(Parked<?> parked) {
        Incoming<?> event = parked.event();
        return QuarkusTransaction.requiringNew()
                .call(() -> update(UNPARK, parked.id()) == 1
                        && update(FORGET, event.id(), event.listener().type()) == 1);
    }

    private static <E> Incoming<E> parked(EventListener<E> listener, ResultSet row) throws SQLException {
        return new Incoming<>(
                listener,
                row.getString("event_id"),
                row.getString("topic"),
                row.getString("key"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getBytes("payload"),
                row.getString("traceparent"));
    }

    private <E> Event<E> event(Incoming<E> incoming) throws java.io.IOException {
        return new Event<>(
                incoming.id(),
                incoming.listener().type(),
                incoming.key(),
                incoming.time(),
                payloads.read(incoming.listener(), incoming.payload()));
    }

    private void park(Incoming<?> incoming, String waitsFor) throws SQLException {
        update(
                PARK,
                incoming.id(),
                incoming.topic(),
                incoming.key(),
                incoming.listener().type(),
                incoming.time().atOffset(ZoneOffset.UTC),
                incoming.payload(),
                incoming.traceparent(),
                waitsFor);
    }

    private int update(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private boolean exists(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
