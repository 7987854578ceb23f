package cn.mingjian.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Fails a test class when anything was published during its run that contracts/ does not allow: every event on the run's
 * topics, and every one still in the outbox. Found by Quarkus, so that no test has to ask for it.
 */
public final class PublishedEvents implements QuarkusTestAfterAllCallback {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEAD_LETTER = ".dead-letter.";
    /** What {@link Topics#publishNoEvent} sends. */
    private static final byte[] NO_EVENT = Topics.GARBAGE.toString().getBytes(UTF_8);

    @Override
    public void afterAll(QuarkusTestContext context) {
        if (RealServers.topicPrefix().isEmpty()) {
            return;
        }
        Set<String> violations = new TreeSet<>();
        // The outbox first: what leaves it meanwhile is in its topic by the time that is read.
        waiting(violations);
        published(violations);
        if (!violations.isEmpty()) {
            throw new AssertionError("published against contracts/asyncapi.yaml and contracts/events:\n  "
                    + String.join("\n  ", violations));
        }
    }

    private static void waiting(Set<String> violations) {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.worker.username", String.class),
                        config.getValue("quarkus.datasource.worker.password", String.class));
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select topic, key, type, payload from outbox order by id")) {
            while (row.next()) {
                violations.addAll(Promised.EVENTS.violations(
                        row.getString("topic"),
                        row.getString("key"),
                        row.getString("type"),
                        JSON.readTree(row.getString("payload"))));
            }
        } catch (SQLException | JsonProcessingException failure) {
            throw new IllegalStateException("outbox not read", failure);
        }
    }

    private static void published(Set<String> violations) {
        String prefix = RealServers.topicPrefix();
        try (var consumer = new KafkaConsumer<>(
                        RealServers.broker("auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
                var events = new CloudEventDeserializer()) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic ->
                            topic.getKey().startsWith(prefix) && !topic.getKey().contains(DEAD_LETTER))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    if (Arrays.equals(message.value(), NO_EVENT)) {
                        continue;
                    }
                    CloudEvent event = events.deserialize(message.topic(), message.headers(), message.value());
                    if (!Topics.GARBAGE.equals(event.getSource())) {
                        violations.addAll(Promised.EVENTS.violations(
                                message.topic().substring(prefix.length()),
                                message.key(),
                                event.getType(),
                                payload(event)));
                    }
                }
            }
        }
    }

    private static JsonNode payload(CloudEvent event) {
        try {
            return event.getData() == null
                    ? JSON.nullNode()
                    : JSON.readTree(event.getData().toBytes());
        } catch (IOException noJson) {
            return JSON.missingNode();
        }
    }
}
