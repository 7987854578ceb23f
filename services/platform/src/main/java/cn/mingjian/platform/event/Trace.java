package cn.mingjian.platform.event;

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
import java.util.concurrent.Callable;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Carries one trace id from the request through the outbox and Kafka to whatever the event sets off. */
@Singleton
class Trace {

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
    @Nullable
    String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : null;
    }

    /** Applies an event in a span that is a child of what caused it. */
    <T> T applying(CloudEvent event, Callable<T> work) throws Exception {
        Context cause =
                telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), event, FromEvent.INSTANCE);
        Span span = tracer.spanBuilder(event.getType())
                .setParent(cause)
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        MDC.put(LOGGED_AS, span.getSpanContext().getTraceId());
        try (Scope scope = span.makeCurrent()) {
            return work.call();
        } finally {
            MDC.remove(LOGGED_AS);
            span.end();
        }
    }

    private enum FromEvent implements TextMapGetter<CloudEvent> {
        INSTANCE;

        @Override
        public Iterable<String> keys(CloudEvent event) {
            return Set.of(EXTENSION);
        }

        @Override
        public @Nullable String get(@Nullable CloudEvent event, String key) {
            Object value = event == null || !key.equals(EXTENSION) ? null : event.getExtension(key);
            return value == null ? null : value.toString();
        }
    }
}
