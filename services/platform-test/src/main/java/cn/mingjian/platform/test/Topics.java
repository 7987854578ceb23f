package cn.mingjian.platform.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.CloudEventSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topics of this test run as another service sees them. Topics are named without the run's prefix, types as
 * {@code AgreementSigned} (of the topic's service, v1) or in full.
 */
public final class Topics {

    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final URI NEIGHBOUR = URI.create("/mingjian/test");

    /** Who sends what the contract forbids; the check of what was published passes over it. */
    static final URI GARBAGE = URI.create("/mingjian/test/garbage");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Topics() {}

    /**
     * Publishes an event as a neighbour would and returns its id once the broker has it. What the payload leaves out is
     * unknown where the contract allows that, else as in its example: a test names what matters to it.
     *
     * @throws AssertionError when no neighbour may publish it
     */
    public static String publish(String topic, String key, String type, Object payload) {
        return publish(UUID.randomUUID().toString(), topic, key, type, payload);
    }

    /** Publishes under a given id, so that a test can send the same event twice. */
    public static String publish(String id, String topic, String key, String type, Object payload) {
        return sendPromised(id, null, topic, key, type, payload);
    }

    /** Publishes an event that belongs to a trace, given in W3C form. */
    public static void publishTraced(String traceparent, String topic, String key, String type, Object payload) {
        sendPromised(UUID.randomUUID().toString(), traceparent, topic, key, type, payload);
    }

    /** Publishes what the contract forbids, to see how the service takes it. */
    public static String publishGarbage(String topic, String key, String type, Object payload) {
        return send(GARBAGE, UUID.randomUUID().toString(), null, topic, key, full(topic, type), json(payload));
    }

    private static String sendPromised(
            String id, @Nullable String traceparent, String topic, String key, String type, Object payload) {
        String full = full(topic, type);
        if (!Promised.EVENTS.types().contains(full)) {
            throw new AssertionError("no such message in contracts/asyncapi.yaml: " + full);
        }
        JsonNode whole = Promised.EVENTS.whole(full, json(payload));
        List<String> violations = Promised.EVENTS.violations(topic, key, full, whole);
        if (!violations.isEmpty()) {
            throw new AssertionError("no neighbour may publish this: " + String.join("; ", violations));
        }
        return send(NEIGHBOUR, id, traceparent, topic, key, full, whole);
    }

    /** Sends what has nothing that makes it an event. */
    public static void publishNoEvent(String topic, String key) {
        sent(topic, key, GARBAGE.toString(), new StringSerializer());
    }

    private static String send(
            URI source,
            String id,
            @Nullable String traceparent,
            String topic,
            String key,
            String type,
            JsonNode payload) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(id)
                .withSource(source)
                .withType(type)
                .withTime(OffsetDateTime.now(ZoneOffset.UTC))
                .withData("application/json", payload.toString().getBytes(StandardCharsets.UTF_8));
        if (traceparent != null) {
            event.withExtension("traceparent", traceparent);
        }
        sent(topic, key, event.build(), new CloudEventSerializer());
        return id;
    }

    private static <V> void sent(String topic, String key, V value, Serializer<V> serializer) {
        try (var producer =
                new KafkaProducer<>(RealServers.broker("acks", "all"), new StringSerializer(), serializer)) {
            producer.send(new ProducerRecord<>(RealServers.topicPrefix() + topic, key, value))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not published to " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The payload of the first event of this run that fits; fails after a minute without one. */
    public static JsonNode await(String topic, String type, Predicate<JsonNode> fits) {
        return payload(awaitEvent(topic, type, fits).getData());
    }

    /** What the first event of this run that fits says of its trace, in W3C form. */
    public static String awaitTrace(String topic, String type, Predicate<JsonNode> fits) {
        return String.valueOf(awaitEvent(topic, type, fits).getExtension("traceparent"));
    }

    /** The reason in the first dead letter of this run with this key; fails after a minute without one. */
    public static String awaitDeadLetter(String topic, String key) {
        String name = RealServers.topicPrefix() + RealServers.service() + ".dead-letter." + topic;
        Instant deadline = Instant.now().plus(PATIENCE);
        try (var consumer = consumer(new StringDeserializer())) {
            List<TopicPartition> partitions = List.of();
            while (Instant.now().isBefore(deadline)) {
                if (partitions.isEmpty()) {
                    partitions = startOf(name, consumer);
                    continue;
                }
                for (ConsumerRecord<String, String> letter : consumer.poll(Duration.ofMillis(200))) {
                    if (letter.key().equals(key)) {
                        return new String(
                                letter.headers().lastHeader("mingjian-reason").value(), StandardCharsets.UTF_8);
                    }
                }
            }
        }
        throw new AssertionError("no letter of " + key + " in " + name + " within " + PATIENCE.toSeconds() + " s");
    }

    private static <V> KafkaConsumer<String, V> consumer(Deserializer<V> deserializer) {
        return new KafkaConsumer<>(
                RealServers.broker("auto.offset.reset", "earliest", "fetch.max.wait.ms", "50"),
                new StringDeserializer(),
                deserializer);
    }

    private static CloudEvent awaitEvent(String topic, String type, Predicate<JsonNode> fits) {
        String name = RealServers.topicPrefix() + topic;
        String wanted = full(topic, type);
        Instant deadline = Instant.now().plus(PATIENCE);
        try (var consumer = consumer(new CloudEventDeserializer())) {
            List<TopicPartition> partitions = List.of();
            while (Instant.now().isBefore(deadline)) {
                if (partitions.isEmpty()) {
                    partitions = startOf(name, consumer);
                    continue;
                }
                for (ConsumerRecord<String, CloudEvent> message : consumer.poll(Duration.ofMillis(200))) {
                    if (message.value().getType().equals(wanted)) {
                        if (fits.test(payload(message.value().getData()))) {
                            return message.value();
                        }
                    }
                }
            }
        }
        throw new AssertionError("no fitting " + wanted + " in " + name + " within " + PATIENCE.toSeconds() + " s");
    }

    /** Places the consumer at the topic's beginning; asking for a topic that does not exist yet is what makes it. */
    private static List<TopicPartition> startOf(String name, KafkaConsumer<String, ?> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(name, PATIENCE).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return partitions;
    }

    private static String full(String topic, String type) {
        return type.contains(".") ? type : "cn.mingjian." + topic.substring(0, topic.indexOf('.')) + "." + type + ".v1";
    }

    /** A String is taken as JSON text already. */
    private static JsonNode json(Object payload) {
        try {
            return payload instanceof String text
                    ? JSON.readTree(text)
                    : JSON.readTree(JSON.writeValueAsBytes(payload));
        } catch (IOException e) {
            throw new IllegalArgumentException("payload has no JSON form", e);
        }
    }

    private static JsonNode payload(@Nullable CloudEventData data) {
        try {
            return data == null ? JSON.nullNode() : JSON.readTree(data.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
