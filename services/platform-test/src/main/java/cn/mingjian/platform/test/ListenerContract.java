package cn.mingjian.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import cn.mingjian.platform.event.Payloads;
import cn.mingjian.platform.store.Background;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every service that hears events is held to: each of its listeners, found by itself, takes the event as the
 * contract's example has it and the same event grown by fields that nobody knows yet. A service's own class carries the
 * Quarkus annotations and extends this one.
 */
public abstract class ListenerContract {

    private static final TypeLiteral<EventListener<?>> LISTENER = new TypeLiteral<>() {};

    @Test
    void everyListenerHearsWhatItsTopicCarries() {
        assertThat(listeners()).isNotEmpty().allSatisfy(listener -> {
            assertThat(Promised.EVENTS.types()).contains(listener.type());
            assertThat(listener.topic()).as(listener.type()).isEqualTo(Promised.EVENTS.topic(listener.type()));
        });
    }

    @Test
    void everyListenerReadsTheSameFromAGrownEvent() {
        assertThat(listeners()).isNotEmpty().allSatisfy(listener -> {
            JsonNode example = Promised.EVENTS.example(listener.type());

            assertThat((Object) read(listener, grown(example)))
                    .as(listener.type())
                    .isNotNull()
                    .isEqualTo(read(listener, example));
        });
    }

    /** In a transaction that is rolled back: the other tests of the service do not meet the example. */
    @Test
    void everyListenerTakesTheExample() {
        assertThat(listeners()).isNotEmpty().allSatisfy(listener -> assertThat(
                        Background.<Outcome, RuntimeException>call(() -> taken(listener)))
                .as(listener.type())
                .isNotNull());
    }

    private static List<EventListener<?>> listeners() {
        return Arc.container().listAll(LISTENER).stream()
                .<EventListener<?>>map(InstanceHandle::get)
                .toList();
    }

    private static <E> Outcome taken(EventListener<E> listener) {
        JsonNode example = grown(Promised.EVENTS.example(listener.type()));
        Event<E> event = new Event<>(
                "example",
                listener.type(),
                Promised.EVENTS.key(listener.type(), example),
                Instant.parse("2024-06-01T00:00:00Z"),
                read(listener, example));
        QuarkusTransaction.begin();
        try {
            return listener.on(event);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static <E> E read(EventListener<E> listener, JsonNode payload) {
        try {
            return Arc.container()
                    .instance(Payloads.class)
                    .get()
                    .read(listener, payload.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new AssertionError(listener.type() + " is not read: " + payload, unreadable);
        }
    }

    /** Every object has one field more. */
    private static JsonNode grown(JsonNode payload) {
        JsonNode grown = payload.deepCopy();
        grow(grown);
        return grown;
    }

    private static void grow(JsonNode node) {
        node.forEach(ListenerContract::grow);
        if (node instanceof ObjectNode object) {
            object.putObject("addedLater").putArray("values").add(1).addNull();
        }
    }
}
