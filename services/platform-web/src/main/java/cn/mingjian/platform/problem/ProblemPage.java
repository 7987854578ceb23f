package cn.mingjian.platform.problem;

import io.vertx.core.http.HttpServerResponse;

/** Shows a problem to somebody who has opened an address in a browser; who serves no pages has none. */
public interface ProblemPage {

    /** Ends the response with the page; its status is set. */
    void show(HttpServerResponse response, Problem problem);
}
