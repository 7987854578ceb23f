package cn.mingjian.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Refusals that are answered before a request has reached a resource, in the same form as a resource's own. */
@Singleton
public class ProblemDocuments {

    /** After how long whoever found the service unavailable may try again. */
    public static final int RETRY_SECONDS = 2;

    private final ObjectMapper json;
    private final Instance<ProblemPage> pages;

    ProblemDocuments(ObjectMapper json, Instance<ProblemPage> pages) {
        this.json = json;
        this.pages = pages;
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

    void answer(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            request.request().connection().close();
            return;
        }
        if (problem.status() == Kind.UNAVAILABLE.status()) {
            response.putHeader("Retry-After", Integer.toString(RETRY_SECONDS));
        }
        response.setStatusCode(problem.status());
        // At one go: the resource may be about to say another status at the same moment.
        if (pages.isResolvable() && isOpenedByAPerson(request.request())) {
            pages.get().show(response, problem);
        } else {
            response.putHeader("Content-Type", Problem.MEDIA_TYPE).end(text(problem));
        }
    }

    private static boolean isOpenedByAPerson(HttpServerRequest request) {
        String accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains("text/html");
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem has a JSON form", impossible);
        }
    }
}
