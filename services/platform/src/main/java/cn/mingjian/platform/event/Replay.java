package cn.mingjian.platform.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.jboss.logging.Logger;

/**
 * Reads a topic from its beginning to its present end, beside the service's own reading and without moving it: for read models
 * that are made anew. Events may be there twice, as the outbox repeats some after a crash, and always in their order.
 */
@Singleton
public class Replay {

    private static final Logger LOG = Logger.getLogger(Replay.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Broker broker;
    private final Payloads payloads;

    Replay(Broker broker, Payloads payloads) {
        this.broker = broker;
        this.payloads = payloads;
    }

    /**
     * Hands each event whose type is heard to its listener's class.
     *
     * @param heard by type, each of this topic
     * @throws IllegalStateException when the broker hands out nothing more before the end is reached
     */
    public void read(String topic, Map<String, EventListener<?>> heard, BiConsumer<EventListener<?>, Event<?>> visit) {
        try (KafkaConsumer<String, CloudEvent> kafka = broker.reader()) {
            List<TopicPartition> partitions = kafka.partitionsFor(broker.topic(topic)).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
            Instant since = Instant.now();
            while (ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue())) {
                int read = 0;
                for (ConsumerRecord<String, CloudEvent> message : poll(kafka)) {
                    read++;
                    EventListener<?> listener = message.value() == null
                            ? null
                            : heard.get(message.value().getType());
                    if (listener != null) {
                        event(listener, message).ifPresent(event -> visit.accept(listener, event));
                    }
                }
                since = read > 0 ? Instant.now() : since;
                if (since.plus(PATIENCE).isBefore(Instant.now())) {
                    throw new IllegalStateException("topic " + topic + " does not come to its end");
                }
            }
        }
    }

    /** What is no event was set aside when it was first read. */
    private static Iterable<ConsumerRecord<String, CloudEvent>> poll(KafkaConsumer<String, CloudEvent> kafka) {
        try {
            return kafka.poll(POLL);
        } catch (RecordDeserializationException noEvent) {
            kafka.seek(noEvent.topicPartition(), noEvent.offset() + 1);
            return List.of();
        }
    }

    /** Nothing for an event that cannot be read: it is among the dead letters since it was first heard. */
    private <E> Optional<Event<?>> event(EventListener<E> listener, ConsumerRecord<String, CloudEvent> message) {
        CloudEvent event = message.value();
        CloudEventData data = event.getData();
        try {
            return Optional.of(new Event<>(
                    event.getId(),
                    event.getType(),
                    message.key(),
                    InboxConsumer.time(message),
                    payloads.read(listener, data == null ? new byte[0] : data.toBytes())));
        } catch (IOException malformed) {
            LOG.warnf(malformed, "Event passed over type=%s event=%s", event.getType(), event.getId());
            return Optional.empty();
        }
    }
}
