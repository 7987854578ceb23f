package cn.mingjian.platform.event;

import cn.mingjian.platform.store.Database;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Carries the outbox to Kafka in the order of its ids. One relay a service: the one that holds the advisory lock on its
 * working connection. Rows go after the broker's acknowledgement, so a crash repeats events and loses none.
 */
@Singleton
class OutboxRelay {

    private static final int BATCH = 200;
    // Chunks of a stream are large: what is read at once is bounded in size as well.
    private static final int BATCH_CHARACTERS = 4 * 1024 * 1024;
    private static final int FETCH = 16;
    private static final long IDLE_MILLIS = 100;
    private static final long FOLLOWER_MILLIS = 2_000;
    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final String READ =
            "select id, event_id, topic, key, type, payload, traceparent, created_at from outbox order by id limit "
                    + BATCH;
    private static final String FORGET = "delete from outbox where id = any(?)";
    private static final String LEAD = "select pg_try_advisory_lock(hashtext('outbox-relay'))";

    private final Database database;
    private final Broker broker;
    private final Worker worker = new Worker("outbox-relay", this::turn);
    private final Set<String> knownTopics = new HashSet<>();

    private @Nullable Connection lead;
    private @Nullable KafkaProducer<String, CloudEvent> producer;

    OutboxRelay(Database database, Broker broker) {
        this.database = database;
        this.broker = broker;
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
        release();
        discardProducer();
    }

    /** Something was appended and committed: do not wait for the next look. */
    void wake() {
        worker.wake();
    }

    private long turn() throws Exception {
        try {
            Connection connection = leadership();
            if (connection == null) {
                return FOLLOWER_MILLIS;
            }
            int relayed = relay(connection);
            connection.commit();
            return relayed > 0 ? 0 : IDLE_MILLIS;
        } catch (Exception failure) {
            // Both ends are taken up anew: neither a broken connection nor a producer that gave up heals by itself.
            release();
            discardProducer();
            throw failure;
        }
    }

    private @Nullable Connection leadership() throws SQLException {
        if (lead == null) {
            Connection connection = database.connection();
            boolean leading = false;
            try {
                connection.setAutoCommit(false);
                leading = leads(connection);
                connection.commit();
            } finally {
                if (!leading) {
                    connection.close();
                }
            }
            lead = leading ? connection : null;
        }
        return lead;
    }

    private static boolean leads(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LEAD);
                ResultSet row = lock.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private int relay(Connection connection) throws Exception {
        record Row(long id, ProducerRecord<String, CloudEvent> message) {}
        List<Row> rows = new ArrayList<>();
        int characters = 0;
        try (PreparedStatement read = reading(connection);
                ResultSet row = read.executeQuery()) {
            while (characters < BATCH_CHARACTERS && row.next()) {
                String payload = row.getString("payload");
                characters += payload.length();
                CloudEventBuilder event = CloudEventBuilder.v1()
                        .withId(row.getString("event_id"))
                        .withSource(URI.create("/mingjian/" + broker.service()))
                        .withType(row.getString("type"))
                        .withTime(row.getObject("created_at", OffsetDateTime.class))
                        .withData("application/json", payload.getBytes(StandardCharsets.UTF_8));
                String traceparent = row.getString("traceparent");
                if (traceparent != null) {
                    event.withExtension(Trace.EXTENSION, traceparent);
                }
                rows.add(new Row(
                        row.getLong("id"),
                        new ProducerRecord<>(
                                broker.topic(row.getString("topic")), row.getString("key"), event.build())));
            }
        }
        // The broker may take its time: no transaction stays open meanwhile.
        connection.commit();
        if (rows.isEmpty()) {
            return 0;
        }
        KafkaProducer<String, CloudEvent> kafka =
                kafka(rows.stream().map(row -> row.message().topic()).toList());
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Row row : rows) {
            Future<RecordMetadata> acknowledgement = kafka.send(row.message());
            if (acknowledgement.isDone()) {
                // Refused at once: what comes after it must not overtake it.
                acknowledgement.get();
            }
            sent.add(acknowledgement);
        }
        for (Future<RecordMetadata> acknowledgement : sent) {
            acknowledgement.get();
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::id).toArray()));
            forget.executeUpdate();
        }
        return rows.size();
    }

    private static PreparedStatement reading(Connection connection) throws SQLException {
        PreparedStatement read = connection.prepareStatement(READ);
        read.setFetchSize(FETCH);
        return read;
    }

    private KafkaProducer<String, CloudEvent> kafka(List<String> topics) {
        Set<String> unknown = new HashSet<>(topics);
        unknown.removeAll(knownTopics);
        if (!unknown.isEmpty()) {
            broker.ensureTopics(unknown);
            knownTopics.addAll(unknown);
        }
        if (producer == null) {
            producer = broker.producer();
        }
        return producer;
    }

    private void discardProducer() {
        if (producer != null) {
            producer.close(CLOSING);
            producer = null;
        }
    }

    /** Gives the lock back; a broken connection has lost it already. */
    private void release() {
        if (lead != null) {
            try (Connection connection = lead) {
                connection.rollback();
                try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
                    unlock.execute();
                }
                connection.commit();
            } catch (SQLException lost) {
                org.jboss.logging.Logger.getLogger(OutboxRelay.class).debug("relay's connection was lost", lost);
            }
            lead = null;
        }
    }
}
