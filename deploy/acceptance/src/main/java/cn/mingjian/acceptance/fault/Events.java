package cn.mingjian.acceptance.fault;

import cn.mingjian.acceptance.fault.Kept.Applied;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The events of a run on all topics, dead letters among them. A repeated delivery is the same event; the inbox filters it. */
final class Events {
    private static final Duration POLL = Duration.ofMillis(500);

    private record Event(String topic, String type, String key, String value) {}

    private final Map<String, Event> byId = new LinkedHashMap<>();
    private final Names names;

    private Events(Names names) {
        this.names = names;
    }

    static Events read(Map<String, Object> broker, Names names) {
        Events events = new Events(names);
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(partition -> partition.topic().startsWith("mingjian."))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L)))
                consumer.poll(POLL).forEach(events::take);
        }
        return events;
    }

    private void take(ConsumerRecord<String, String> message) {
        if (names.occurIn(message.key()) || names.occurIn(message.value()))
            byId.putIfAbsent(
                    message.topic() + " " + header(message, "ce_id"),
                    new Event(message.topic(), header(message, "ce_type"), message.key(), message.value()));
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Each event once, however often it was delivered. */
    List<String> once() {
        List<String> once = new ArrayList<>();
        byId.values()
                .forEach(event -> once.add(names.common("%s %s %s %s"
                        .formatted(event.topic(), event.type(), event.key(), Projections.event(event.value())))));
        Collections.sort(once);
        return once;
    }

    /** Events that a service hears and has not applied: told by service and type. */
    List<String> notIn(Map<String, List<Applied>> inboxes) {
        List<String> missing = new ArrayList<>();
        inboxes.forEach((service, applied) -> {
            Set<String> heard = applied.stream().map(Applied::type).collect(Collectors.toSet());
            Set<Applied> known = new HashSet<>(applied);
            byId.forEach((id, event) -> {
                String plain = id.substring(id.indexOf(' ') + 1);
                if (heard.contains(event.type()) && !known.contains(new Applied(plain, event.type())))
                    missing.add(service + " " + event.type());
            });
        });
        Collections.sort(missing);
        return missing;
    }
}
