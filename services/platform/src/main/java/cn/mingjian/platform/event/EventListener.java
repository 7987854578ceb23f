package cn.mingjian.platform.event;

import java.util.List;

/** Hears one type of event; one listener a type in a service. */
public interface EventListener<E> {

    /** Without the installation's prefix: {@code scoring.evaluation}. */
    String topic();

    /** {@code cn.mingjian.scoring.EvaluationOpened.v1}. */
    String type();

    /** Fields that the class does not know are passed over: events only grow. */
    Class<E> payload();

    /** Applies the event, in one transaction with its inbox row. */
    Outcome on(Event<E> event);

    /** Applies a run of events of this type; overridden where one transaction for many pays. */
    default Outcome onAll(List<Event<E>> events) {
        throw new UnsupportedOperationException(type() + " is heard one by one");
    }

    /** Whether {@link #onAll} takes runs of events. */
    default boolean batched() {
        return false;
    }
}
