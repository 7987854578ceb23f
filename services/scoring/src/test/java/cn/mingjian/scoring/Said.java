package cn.mingjian.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.mingjian.platform.test.RealServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the service says to others than its callers: its log, at every level of its own classes, and its events. */
final class Said extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OWN = Logger.getLogger("cn.mingjian");
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Level before = OWN.getLevel();

    /** One message of a topic, as whoever reads the topic gets it. */
    record Message(String topic, String key, String text) {}

    Said() {
        ROOT.addHandler(this);
        OWN.setLevel(Level.ALL);
    }

    /** Every line since this was made, with the traces of failures. */
    List<String> log() {
        return List.copyOf(log);
    }

    /** Every message of every topic of this run. */
    static List<Message> messages() {
        String prefix = ConfigProvider.getConfig().getValue("mingjian.kafka.topic-prefix", String.class);
        List<Message> messages = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(RealServers.broker(), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith(prefix))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(PATIENCE)
                        .forEach(each -> messages.add(new Message(
                                each.topic().substring(prefix.length()), each.key(), headers(each) + each.value())));
            }
        }
        return messages;
    }

    private static String headers(ConsumerRecord<String, String> message) {
        StringBuilder headers = new StringBuilder();
        message.headers().forEach(header -> headers.append(header.key())
                .append('=')
                .append(new String(header.value(), UTF_8))
                .append('\n'));
        return headers.toString();
    }

    @Override
    public void publish(LogRecord line) {
        log.add(formatter.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        OWN.setLevel(before);
    }
}
