package cn.mingjian.platform.log;

import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps a request's trace id with the request, where {@code quarkus.http.access-log.pattern} finds it: the line is written when
 * the answer has left, and the end of a large one is nobody's span any more.
 */
@ApplicationScoped
class RequestTrace {

    private static final String KEY = "trace";
    private static final int BEFORE_ALL_OTHERS = 1100;

    void install(@Observes Filters filters) {
        filters.register(RequestTrace::keep, BEFORE_ALL_OTHERS);
    }

    private static void keep(RoutingContext request) {
        request.put(KEY, Span.current().getSpanContext().getTraceId());
        request.next();
    }
}
