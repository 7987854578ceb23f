package cn.mingjian.district.event;

import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import java.util.function.Function;

/** Hears one type of event about an evaluation; the payload's class is called as the event is. */
public abstract class EvaluationListener<E> implements EventListener<E> {
    private final String topic;
    private final Class<E> payload;
    private final Function<E, String> evaluation;

    /** @param evaluation the code of the evaluation that an event is about */
    protected EvaluationListener(String topic, Class<E> payload, Function<E, String> evaluation) {
        this.topic = topic;
        this.payload = payload;
        this.evaluation = evaluation;
    }

    public final String evaluation(E what) {
        return evaluation.apply(what);
    }

    /** How an event ends that comes before its evaluation. */
    protected final Outcome waits(E what) {
        return Outcome.waitsFor("evaluation " + evaluation(what));
    }

    @Override
    public final String topic() {
        return topic;
    }

    @Override
    public final String type() {
        String service = topic.substring(0, topic.indexOf('.'));
        return "cn.mingjian." + service + "." + payload.getSimpleName() + ".v1";
    }

    @Override
    public final Class<E> payload() {
        return payload;
    }
}
