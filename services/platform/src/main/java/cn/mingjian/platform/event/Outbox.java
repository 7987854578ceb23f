package cn.mingjian.platform.event;

import cn.mingjian.platform.store.Database;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** What this service has to say, written in the transaction that made it true. */
@ApplicationScoped
public class Outbox {

    private static final String APPEND =
            "insert into outbox (event_id, topic, key, type, payload, traceparent) values (?, ?, ?, ?, ?, ?)";

    private final Database database;
    private final EntityManager entities;
    private final ObjectMapper json;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;
    private final Trace trace;

    Outbox(
            Database database,
            EntityManager entities,
            ObjectMapper json,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transaction,
            Trace trace) {
        this.database = database;
        this.entities = entities;
        this.json = json;
        this.relay = relay;
        this.transaction = transaction;
        this.trace = trace;
    }

    /**
     * Appends an event. The aggregate's row is locked or its version bumped before, so that events of one key leave in the
     * order in which they became true.
     *
     * @param topic without the installation's prefix
     * @param type {@code cn.mingjian.<service>.<Event>.v1}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String topic, String key, String type, Object payload) {
        // Hibernate writes at commit: flushed here, the aggregate's row lock comes before the outbox row.
        entities.flush();
        try (Connection connection = database.connection();
                PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setString(1, UUID.randomUUID().toString());
            append.setString(2, topic);
            append.setString(3, key);
            append.setString(4, type);
            append.setString(5, json.writeValueAsString(payload));
            append.setString(6, trace.current());
            append.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("event " + type + " not appended", failure);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("event " + type + " has no JSON form", failure);
        }
        transaction.registerInterposedSynchronization(new WakeRelay(relay));
    }

    private record WakeRelay(OutboxRelay relay) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
