package cn.mingjian.platform.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventSerializer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What cannot have its effect: kept as it came in {@code <service>.dead-letter.<topic>}, a topic of the service that
 * failed, with the reason in a header, so that those behind it go on.
 */
@Singleton
class DeadLetters {

    private static final String REASON = "mingjian-reason";

    private final Broker broker;
    private final Counter kept;

    DeadLetters(Broker broker, MeterRegistry metrics) {
        this.broker = broker;
        this.kept = metrics.counter("mingjian_inbox_dead_letters");
    }

    /** Keeps an event that fails time and again. */
    void keep(ConsumerRecord<String, CloudEvent> message, RuntimeException failure)
            throws InterruptedException, ExecutionException {
        keep(broker.deadLetters(message.topic()), message.key(), message.value(), failure);
    }

    /** Keeps an event that was parked and fails when its turn has come; of its source nothing was kept but the topic. */
    void keep(Inbox.Incoming<?> parked, RuntimeException failure) throws InterruptedException, ExecutionException {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(parked.id())
                .withSource(URI.create("/mingjian/" + parked.topic().replaceFirst("\\..*", "")))
                .withType(parked.listener().type())
                .withTime(parked.time().atOffset(ZoneOffset.UTC))
                .withData("application/json", parked.payload());
        if (parked.traceparent() != null) {
            event.withExtension(Trace.EXTENSION, parked.traceparent());
        }
        keep(broker.deadLetters(broker.topic(parked.topic())), parked.key(), event.build(), failure);
    }

    private void keep(String topic, @Nullable String key, CloudEvent event, RuntimeException failure)
            throws InterruptedException, ExecutionException {
        Headers headers = new RecordHeaders();
        try (CloudEventSerializer serializer = new CloudEventSerializer()) {
            byte[] value = serializer.serialize(topic, headers, event);
            keep(topic, key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, headers, failure);
        }
    }

    /** Keeps a message that is no event. */
    void keep(RecordDeserializationException message) throws InterruptedException, ExecutionException {
        keep(
                broker.deadLetters(message.topicPartition().topic()),
                bytes(message.keyBuffer()),
                bytes(message.valueBuffer()),
                message.headers(),
                message);
    }

    private void keep(
            String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers, RuntimeException failure)
            throws InterruptedException, ExecutionException {
        broker.ensureTopics(List.of(topic));
        try (KafkaProducer<byte[], byte[]> producer = broker.copyist()) {
            ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topic, null, key, value, headers);
            letter.headers().add(REASON, String.valueOf(failure.getMessage()).getBytes(StandardCharsets.UTF_8));
            producer.send(letter).get();
        }
        kept.increment();
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
