package cn.mingjian.platform.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topics of this test run as another service sees them. Topics are named without the run's prefix, types as
 * {@code AgreementSigned} (of the topic's service, v1) or in full.
 */
public final class Topics {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Topics() {}

    /** Publishes an event and returns its id once the broker has it. */
    public static String publish(String topic, String key, String type, Object payload) {
        return publish(UUID.randomUUID().toString(), topic, key, type, payload);
    }

    /** Publishes under a given id, so that a test can send the same event twice. */
    public static String publish(String id, String topic, String key, String type, Object payload) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", RealServers.addresses().kafka(), "acks", "all"),
                new StringSerializer(),
                new CloudEventSerializer())) {
            CloudEvent event = CloudEventBuilder.v1()
                    .withId(id)
                    .withSource(URI.create("/mingjian/test"))
                    .withType(full(topic, type))
                    .withTime(OffsetDateTime.now())
                    .withData("application/json", bytes(payload))
                    .build();
            producer.send(new ProducerRecord<>(RealServers.topicPrefix() + topic, key, event))
                    .get();
            return id;
        } catch (ExecutionException e) {
            throw new IllegalStateException("not published to " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The payload of the first event of this run that fits; fails after twenty seconds without one. */
    public static JsonNode await(String topic, String type, Predicate<JsonNode> fits) {
        String name = RealServers.topicPrefix() + topic;
        String wanted = full(topic, type);
        Instant deadline = Instant.now().plus(PATIENCE);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        RealServers.addresses().kafka(),
                        "auto.offset.reset",
                        "earliest",
                        "fetch.max.wait.ms",
                        "50"),
                new StringDeserializer(),
                new CloudEventDeserializer())) {
            List<TopicPartition> partitions = List.of();
            while (Instant.now().isBefore(deadline)) {
                if (partitions.isEmpty()) {
                    partitions = startOf(name, consumer);
                    continue;
                }
                for (ConsumerRecord<String, CloudEvent> message : consumer.poll(Duration.ofMillis(200))) {
                    if (message.value().getType().equals(wanted)) {
                        JsonNode payload = payload(message.value().getData());
                        if (fits.test(payload)) {
                            return payload;
                        }
                    }
                }
            }
        }
        throw new AssertionError("no fitting " + wanted + " in " + name + " within " + PATIENCE.toSeconds() + " s");
    }

    /** Places the consumer at the topic's beginning; asking for a topic that does not exist yet is what makes it. */
    private static List<TopicPartition> startOf(String name, KafkaConsumer<String, CloudEvent> consumer) {
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
    private static byte[] bytes(Object payload) {
        try {
            return payload instanceof String text
                    ? JSON.readTree(text).toString().getBytes(StandardCharsets.UTF_8)
                    : JSON.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
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
