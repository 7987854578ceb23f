package cn.mingjian.platform.event;

import cn.mingjian.platform.problem.Outage;
import cn.mingjian.platform.store.Database;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topics that the service's listeners name and hands each event to the {@link Inbox}. Offsets are committed
 * after the effects; an event that fails time and again although the database answers, and a message that is no event,
 * become {@link DeadLetters}.
 */
@Singleton
class InboxConsumer {

    private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int ATTEMPTS = 3;
    private static final int LONGEST_RUN = 20;

    private final Broker broker;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final Trace trace;
    private final Database database;
    private final Map<String, EventListener<?>> listeners = new HashMap<>();
    private final Worker worker = new Worker("inbox-consumer", this::turn);
    private final Counter duplicates;

    private volatile @Nullable KafkaConsumer<String, CloudEvent> consumer;

    InboxConsumer(
            Broker broker,
            Inbox inbox,
            DeadLetters deadLetters,
            Trace trace,
            Database database,
            @All List<EventListener<?>> listeners,
            MeterRegistry metrics) {
        this.broker = broker;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.trace = trace;
        this.database = database;
        for (EventListener<?> listener : listeners) {
            if (this.listeners.put(listener.type(), listener) != null) {
                throw new IllegalStateException("two listeners for " + listener.type());
            }
        }
        this.duplicates = metrics.counter("mingjian_inbox_duplicates");
    }

    void start(@Observes StartupEvent event) {
        if (!listeners.isEmpty()) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        KafkaConsumer<String, CloudEvent> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        worker.stop();
    }

    private long turn() throws Exception {
        try (KafkaConsumer<String, CloudEvent> kafka = subscribed()) {
            consumer = kafka;
            // What was parked before a restart may have become possible by what was applied just before it.
            retryParked();
            while (!worker.stopping()) {
                List<ConsumerRecord<String, CloudEvent>> records = poll(kafka);
                if (!records.isEmpty()) {
                    process(records);
                    kafka.commitSync();
                }
            }
        } catch (WakeupException stop) {
            LOG.debug("inbox consumer woken to stop", stop);
        } finally {
            consumer = null;
        }
        return 0;
    }

    private List<ConsumerRecord<String, CloudEvent>> poll(KafkaConsumer<String, CloudEvent> kafka) throws Exception {
        List<ConsumerRecord<String, CloudEvent>> records = new ArrayList<>();
        try {
            kafka.poll(POLL).forEach(records::add);
        } catch (RecordDeserializationException noEvent) {
            deadLetters.keep(noEvent);
            LOG.errorf("Message is no event, set aside at=%s offset=%d", noEvent.topicPartition(), noEvent.offset());
            kafka.seek(noEvent.topicPartition(), noEvent.offset() + 1);
            kafka.commitSync();
        }
        return records;
    }

    private KafkaConsumer<String, CloudEvent> subscribed() {
        TreeSet<String> topics = new TreeSet<>();
        listeners.values().forEach(listener -> topics.add(broker.topic(listener.topic())));
        broker.ensureTopics(topics);
        KafkaConsumer<String, CloudEvent> kafka = broker.consumer();
        kafka.subscribe(topics);
        return kafka;
    }

    private void process(List<ConsumerRecord<String, CloudEvent>> records) throws Exception {
        boolean fresh = false;
        int next = 0;
        while (next < records.size()) {
            ConsumerRecord<String, CloudEvent> first = records.get(next);
            EventListener<?> listener =
                    first.value() == null ? null : listeners.get(first.value().getType());
            int end = next + 1;
            if (listener != null) {
                while (listener.batched()
                        && end < records.size()
                        && end - next < LONGEST_RUN
                        && records.get(end).value() != null
                        && listener.type().equals(records.get(end).value().getType())) {
                    end++;
                }
                List<ConsumerRecord<String, CloudEvent>> run = records.subList(next, end);
                fresh |= trace.call(Trace.of(first.value()), listener.type(), () -> deliver(listener, run));
            }
            next = end;
        }
        if (fresh) {
            retryParked();
        }
    }

    private <E> boolean deliver(EventListener<E> listener, List<ConsumerRecord<String, CloudEvent>> run)
            throws Exception {
        List<Inbox.Incoming<E>> incoming =
                run.stream().map(message -> incoming(listener, message)).toList();
        for (int attempt = 1; ; attempt++) {
            try {
                Inbox.Applied applied = inbox.apply(incoming);
                duplicates.increment(applied.duplicates());
                return applied.fresh() > 0;
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "Event not applied type=%s attempt=%d", listener.type(), attempt);
                if (Outage.isBehind(failure) || !databaseAnswers()) {
                    throw failure;
                }
                if (attempt == ATTEMPTS) {
                    if (run.size() > 1) {
                        return oneByOne(listener, run);
                    }
                    deadLetters.keep(run.getFirst(), failure);
                    LOG.errorf(
                            "Event set aside type=%s event=%s",
                            listener.type(), run.getFirst().value().getId());
                    return false;
                }
            }
        }
    }

    private static <E> Inbox.Incoming<E> incoming(
            EventListener<E> listener, ConsumerRecord<String, CloudEvent> message) {
        CloudEvent event = message.value();
        CloudEventData data = event.getData();
        return new Inbox.Incoming<>(
                listener,
                event.getId(),
                listener.topic(),
                message.key(),
                time(message),
                data == null ? new byte[0] : data.toBytes(),
                Trace.of(event));
    }

    /** When it happened as its source says, else when it was sent. */
    static Instant time(ConsumerRecord<String, CloudEvent> message) {
        OffsetDateTime told = message.value().getTime();
        return told == null ? Instant.ofEpochMilli(message.timestamp()) : told.toInstant();
    }

    /** One bad event does not take the others of its run with it. */
    private <E> boolean oneByOne(EventListener<E> listener, List<ConsumerRecord<String, CloudEvent>> run)
            throws Exception {
        boolean fresh = false;
        for (ConsumerRecord<String, CloudEvent> message : run) {
            fresh |= deliver(listener, List.of(message));
        }
        return fresh;
    }

    private void retryParked() throws Exception {
        boolean progress = true;
        while (progress) {
            progress = false;
            for (Inbox.Parked<?> head : inbox.parked(listeners::get)) {
                progress |= trace.call(
                        head.event().traceparent(), head.event().listener().type(), () -> settle(head));
            }
        }
    }

    /** Answers whether what is parked behind it may be tried now. */
    private boolean settle(Inbox.Parked<?> head) throws Exception {
        String type = head.event().listener().type();
        for (int attempt = 1; ; attempt++) {
            try {
                return inbox.apply(head);
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "Parked event not applied type=%s attempt=%d", type, attempt);
                if (Outage.isBehind(failure) || !databaseAnswers()) {
                    throw failure;
                }
                if (attempt == ATTEMPTS) {
                    deadLetters.keep(head.event(), failure);
                    LOG.errorf(
                            "Event set aside type=%s event=%s",
                            type, head.event().id());
                    return inbox.forget(head);
                }
            }
        }
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.connection()) {
            return connection.isValid(2);
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
