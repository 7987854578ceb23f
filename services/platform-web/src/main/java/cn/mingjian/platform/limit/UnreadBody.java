package cn.mingjian.platform.limit;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * What is left of a body when its answer is given. It is of no use to anybody, so the connection ends with the answer; but one
 * that is closed with bytes unread is reset, and the reset may overtake the answer (RFC 9112, 9.6), so the caller may finish
 * sending for a moment.
 */
final class UnreadBody {

    private static final long LINGER_MILLIS = 1_000;

    private UnreadBody() {}

    static void watch(RoutingContext request) {
        // A stream of HTTP/2 ends by itself; the connection serves others.
        if (isLeft(request.request()) && request.request().version() != HttpVersion.HTTP_2) {
            request.addHeadersEndHandler(_ -> {
                if (isLeft(request.request())) {
                    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                }
            });
            request.addEndHandler(_ -> {
                if (request.response().headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)) {
                    close(request);
                }
            });
        }
        request.next();
    }

    /** Whether part of the request's body has not been read; one without a body only ends when somebody looks. */
    static boolean isLeft(HttpServerRequest request) {
        boolean hasBody = request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                        && !request.headers().contains(HttpHeaders.CONTENT_LENGTH, "0", true);
        return hasBody && !request.isEnded();
    }

    private static void close(RoutingContext request) {
        HttpServerRequest rest = request.request();
        if (rest.isEnded()) {
            rest.connection().close();
            return;
        }
        long patience =
                request.vertx().setTimer(LINGER_MILLIS, _ -> rest.connection().close());
        rest.endHandler(_ -> {
            request.vertx().cancelTimer(patience);
            rest.connection().close();
        });
        rest.handler(_ -> {});
        rest.resume();
    }
}
