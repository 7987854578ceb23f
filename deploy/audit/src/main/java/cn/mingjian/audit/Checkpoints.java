package cn.mingjian.audit;

import cn.mingjian.platform.audit.Checkpoint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The genuine checkpoints of one service in the order in which they were published, up to the moment of opening; forged ones
 * become findings on the way. Read as they are asked for: there may be years of them.
 */
final class Checkpoints implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String service;
    private final List<PublicKey> keys;
    private final Findings findings;
    private final KafkaConsumer<String, byte[]> kafka;
    private final Map<TopicPartition, Long> ends;
    private final Deque<Checkpoint> read = new ArrayDeque<>();

    Checkpoints(Access access, String service, List<PublicKey> keys, Findings findings) {
        this.service = service;
        this.keys = keys;
        this.findings = findings;
        Map<String, Object> settings = new HashMap<>(access.kafka());
        settings.put("client.id", "verify-audit");
        settings.put("allow.auto.create.topics", "false");
        settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        settings.put("request.timeout.ms", 5_000);
        settings.put("fetch.max.wait.ms", "50");
        this.kafka = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        String topic = access.topicPrefix() + Checkpoint.TOPIC;
        List<TopicPartition> partitions = kafka.listTopics().getOrDefault(topic, List.of()).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        kafka.assign(partitions);
        kafka.seekToBeginning(partitions);
        this.ends = kafka.endOffsets(partitions);
    }

    /** The next genuine one, or null after the last. */
    @Nullable
    Checkpoint next() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (read.isEmpty()) {
            if (ends.entrySet().stream().allMatch(end -> kafka.position(end.getKey()) >= end.getValue())) {
                return null;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new TimeoutException("no answer from the broker");
            }
            for (ConsumerRecord<String, byte[]> message : kafka.poll(Duration.ofMillis(500))) {
                if (service.equals(message.key()) && wasThereAtOpening(message)) {
                    take(message);
                }
            }
        }
        return read.remove();
    }

    /** A poll also brings what came since, and the snapshot of the database need not know of that. */
    private boolean wasThereAtOpening(ConsumerRecord<?, ?> message) {
        return message.offset() < ends.getOrDefault(new TopicPartition(message.topic(), message.partition()), 0L);
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        try {
            Checkpoint checkpoint = checkpoint(message.value());
            if (checkpoint.service().equals(service) && keys.stream().anyMatch(checkpoint::isSignedBy)) {
                read.add(checkpoint);
            } else {
                findings.add(Finding.Kind.CHECKPOINT_FORGED.of(checkpoint.seq(), message.offset()));
            }
        } catch (IOException | IllegalArgumentException | DateTimeException noCheckpoint) {
            findings.add(Finding.Kind.CHECKPOINT_UNREADABLE.of(message.offset()));
        }
    }

    /** A message as contracts/events/CheckpointSigned describes it, whatever else it says. */
    static Checkpoint checkpoint(byte[] message) throws IOException {
        JsonNode payload = JSON.readTree(message);
        return new Checkpoint(
                payload.path("service").asText(),
                payload.path("seq").asLong(),
                payload.path("hash").asText(),
                Instant.parse(payload.path("sealedAt").asText()),
                payload.path("signature").asText());
    }

    @Override
    public void close() {
        kafka.close(CloseOptions.timeout(Duration.ZERO));
    }
}
