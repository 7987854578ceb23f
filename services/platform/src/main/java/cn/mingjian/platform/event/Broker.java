package cn.mingjian.platform.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.CloudEventSerializer;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** How this service meets Kafka: names and durability. */
@Singleton
class Broker {

    private static final Logger LOG = Logger.getLogger(Broker.class);
    private static final int PARTITIONS = 4;
    private static final String IN_ONE_ORDER = "audit.checkpoint";
    // Evidence, and what a district's board is made of: kept for ever.
    private static final Set<String> LASTING =
            Set.of(IN_ONE_ORDER, "scoring.evaluation", "indicator.achievement", "staffing.staffing", "report.report");
    private static final String FOR_EVER = "-1";

    private final Map<String, Object> connection;
    private final String prefix;
    private final String service;
    private final Optional<String> instance;

    Broker(
            BrokerAccess access,
            @ConfigProperty(name = "mingjian.kafka.topic-prefix") String prefix,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "mingjian.kafka.instance") Optional<String> instance) {
        this.connection = access.settings();
        this.prefix = prefix;
        this.service = service;
        this.instance = instance;
    }

    String topic(String name) {
        return prefix + name;
    }

    /** Where this service keeps what it could not take of a topic. */
    String deadLetters(String topic) {
        return topic(service + ".dead-letter." + topic.substring(prefix.length()));
    }

    String service() {
        return service;
    }

    KafkaProducer<String, CloudEvent> producer() {
        return new KafkaProducer<>(sending("relay"), new StringSerializer(), new CloudEventSerializer());
    }

    /** Sends messages on as they came. */
    KafkaProducer<byte[], byte[]> copyist() {
        return new KafkaProducer<>(sending("dead-letters"), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> sending(String client) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("client.id", service + "-" + client);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("max.request.size", 4 * 1024 * 1024);
        settings.put("compression.type", "gzip");
        // A broker that restarts is waited for: an event given up would be overtaken by the ones behind it.
        settings.put("delivery.timeout.ms", Integer.MAX_VALUE);
        settings.put("request.timeout.ms", "10000");
        settings.put("max.block.ms", "10000");
        return settings;
    }

    KafkaConsumer<String, CloudEvent> consumer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("group.id", prefix + service);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        settings.put("fetch.max.wait.ms", "100");
        settings.put("max.poll.records", "100");
        settings.put("session.timeout.ms", "10000");
        settings.put("heartbeat.interval.ms", "2000");
        // A known instance takes its partitions up again at once when it was killed and restarted.
        instance.ifPresent(id -> settings.put("group.instance.id", service + "-" + id));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new CloudEventDeserializer());
    }

    /** Belongs to no group: what it reads, others read as well. */
    KafkaConsumer<String, CloudEvent> reader() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new CloudEventDeserializer());
    }

    /** Makes the topics that do not exist yet; the broker's own replication default applies. */
    void ensureTopics(Collection<String> topics) {
        List<NewTopic> wanted = topics.stream()
                .map(topic -> new NewTopic(
                                topic,
                                Optional.of(topic.equals(topic(IN_ONE_ORDER)) ? 1 : PARTITIONS),
                                Optional.empty())
                        .configs(lasts(topic) ? Map.of(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER) : Map.of()))
                .toList();
        try (Admin admin = Admin.create(connection)) {
            for (var creation : admin.createTopics(wanted).values().entrySet()) {
                try {
                    creation.getValue().get();
                } catch (ExecutionException failure) {
                    if (!(failure.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("topics not created", failure.getCause());
                    }
                    if (lasts(creation.getKey())) {
                        keepForEver(admin, creation.getKey());
                    }
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while creating topics", stop);
        }
    }

    private boolean lasts(String topic) {
        return LASTING.contains(topic.substring(prefix.length()));
    }

    /** The topic's making may have been somebody else's, with other settings. */
    private static void keepForEver(Admin admin, String topic) throws InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var wanted = new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER);
        try {
            if (admin.describeConfigs(List.of(resource)).all().get().values().stream()
                    .allMatch(now -> now.get(wanted.name()).value().equals(FOR_EVER))) {
                return;
            }
            admin.incrementalAlterConfigs(
                            Map.of(resource, List.of(new AlterConfigOp(wanted, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof UnknownTopicOrPartitionException) {
                // Another service makes it this very moment, as it should be.
                return;
            }
            LOG.errorf(refused.getCause(), "Topic may lose messages by age, set retention.ms=-1 topic=%s", topic);
        }
    }
}
