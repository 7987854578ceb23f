package cn.mingjian.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Refusals that are answered before a request has reached a resource, in the same form as a resource's own. */
@Singleton
public class ProblemDocuments {

    /** After how long whoever found the service unavailable may try again. */
    static final int RETRY_SECONDS = 2;

    private static final long LINGER_MILLIS = 1_000;

    private final ObjectMapper json;

    ProblemDocuments(ObjectMapper json) {
        this.json = json;
    }

    /** Ends the request with the problem; headers that belong to it are set before. */
    public void answer(RoutingContext request, CommonProblem type, String detail) {
        answer(
                request,
                new Problem(
                        "urn:mingjian:problem:common:" + type.code(),
                        type.title(),
                        type.kind().status(),
                        detail,
                        request.request().path(),
                        null,
                        null));
    }

    /** Whether part of the request's body has not been read; one without a body only ends when somebody looks. */
    public static boolean awaitsBody(HttpServerRequest request) {
        boolean hasBody = request.headers().contains("Transfer-Encoding")
                || !request.headers().contains("Content-Length", "0", true)
                        && request.headers().contains("Content-Length");
        return hasBody && !request.isEnded();
    }

    void answer(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            request.request().connection().close();
            return;
        }
        String text = text(problem);
        response.putHeader("Content-Type", Problem.MEDIA_TYPE);
        if (problem.status() == Kind.UNAVAILABLE.status()) {
            response.putHeader("Retry-After", Integer.toString(RETRY_SECONDS));
        }
        // A stream of HTTP/2 ends by itself; the connection serves others.
        boolean unread = awaitsBody(request.request()) && request.request().version() != HttpVersion.HTTP_2;
        if (unread) {
            response.putHeader("Connection", "close");
        }
        // At one go: the resource may be about to say another status at the same moment.
        Future<Void> sent = response.setStatusCode(problem.status()).end(text);
        if (unread) {
            // What is left of the body is of no use, so the connection cannot carry another request.
            sent.onComplete(_ -> closeWhenSent(request));
        }
    }

    /**
     * Lets the caller finish sending, for a moment: a connection that is closed with bytes unread is reset, and the reset may
     * overtake the answer (RFC 9112, 9.6).
     */
    private static void closeWhenSent(RoutingContext request) {
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

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem has a JSON form", impossible);
        }
    }
}
