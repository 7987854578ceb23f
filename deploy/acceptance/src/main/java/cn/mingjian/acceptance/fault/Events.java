package cn.mingjian.acceptance.fault;

import cn.mingjian.acceptance.fault.Kept.Applied;
import cn.mingjian.acceptance.running.Messages;
import cn.mingjian.acceptance.running.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The events of a run on all topics, dead letters among them. A repeated delivery is the same event; the inbox filters it. */
final class Events {
    private static final Pattern ALL = Pattern.compile("mingjian\\..*");

    private record Event(String topic, String type, String key, String value) {}

    private final Map<String, Event> byId = new LinkedHashMap<>();
    private final Names names;

    private Events(Names names) {
        this.names = names;
    }

    static Events read(Platform platform, Names names) throws IOException {
        Events events = new Events(names);
        Messages.read(platform, ALL, events::take);
        return events;
    }

    private void take(ConsumerRecord<String, String> message) {
        if (names.occurIn(message.key()) || names.occurIn(message.value()))
            byId.putIfAbsent(
                    message.topic() + " " + Messages.header(message, "ce_id"),
                    new Event(message.topic(), Messages.header(message, "ce_type"), message.key(), message.value()));
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
