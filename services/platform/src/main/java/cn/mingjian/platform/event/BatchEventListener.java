package cn.mingjian.platform.event;

import java.util.List;

/** Hears a stream whose events are cheaper together: a run is applied whole or waits whole. */
public interface BatchEventListener<E> extends EventListener<E> {

    @Override
    Outcome onAll(List<Event<E>> events);

    @Override
    default Outcome on(Event<E> event) {
        return onAll(List.of(event));
    }

    @Override
    default boolean batched() {
        return true;
    }
}
