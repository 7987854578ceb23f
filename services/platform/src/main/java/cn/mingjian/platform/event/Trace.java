package cn.mingjian.platform.event;

import cn.mingjian.platform.store.Background;
import io.cloudevents.CloudEvent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Carries one trace id from the request through the outbox and Kafka to whatever the event sets off. */
@Singleton
public class Trace {

    /** The attribute of CloudEvents' distributed tracing extension, W3C Trace Context in its value. */
    static final String EXTENSION = "traceparent";

    private static final String LOGGED_AS = "traceId";

    private final OpenTelemetry telemetry;
    private final Tracer tracer;

    Trace(OpenTelemetry telemetry, Tracer tracer) {
        this.telemetry = telemetry;
        this.tracer = tracer;
    }

    /** The current trace in W3C form, or null outside of one. */
    public @Nullable String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : null;
    }

    /** What an event says of its trace, in W3C form, or null when it says nothing. */
    static @Nullable String of(CloudEvent event) {
        Object traceparent = event.getExtension(EXTENSION);
        return traceparent == null ? null : traceparent.toString();
    }

    /**
     * Works in a span that is a child of what asked for the work; log lines, events and calls of others carry its trace id.
     *
     * @param cause in W3C form; with null, or what cannot be read, a trace of its own begins
     */
    public <T, X extends Throwable> T call(@Nullable String cause, String name, Background.Work<T, X> work) throws X {
        Context parent =
                telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), cause, FromCause.INSTANCE);
        Span span = tracer.spanBuilder(name)
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        MDC.put(LOGGED_AS, span.getSpanContext().getTraceId());
        try (Scope scope = span.makeCurrent()) {
            return work.run();
        } finally {
            MDC.remove(LOGGED_AS);
            span.end();
        }
    }

    private enum FromCause implements TextMapGetter<@Nullable String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(@Nullable String cause) {
            return Set.of(EXTENSION);
        }

        @Override
        public @Nullable String get(@Nullable String cause, String key) {
            return key.equals(EXTENSION) ? cause : null;
        }
    }
}
