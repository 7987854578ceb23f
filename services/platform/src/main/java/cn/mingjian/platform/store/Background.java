package cn.mingjian.platform.store;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/**
 * Work that no request asks for: hearing events, relaying, sealing, making reports. Inside, connections are those of the
 * worker's role, which sees every place; a request's thread is refused.
 */
public final class Background {

    static final String POOL = "worker";

    private static final ScopedValue<Boolean> ENTERED = ScopedValue.newInstance();

    private Background() {}

    /** What is done in the background, and what it may fail with. */
    @FunctionalInterface
    public interface Work<T, X extends Throwable> {
        T run() throws X;
    }

    /**
     * Does the work under the worker's role.
     *
     * @throws IllegalStateException on a thread that answers a request
     */
    public static <T, X extends Throwable> T call(Work<T, X> work) throws X {
        if (answersRequest()) {
            throw new IllegalStateException("a request has no way to the worker's role");
        }
        return ScopedValue.where(ENTERED, true).call(work::run);
    }

    /** As {@link #call}, for work without an answer. */
    public static void run(Runnable work) {
        boolean done = call(() -> {
            work.run();
            return true;
        });
        assert done;
    }

    static boolean entered() {
        return ENTERED.isBound();
    }

    private static boolean answersRequest() {
        ArcContainer container = Arc.container();
        return container != null
                && container.requestContext().isActive()
                && container.instance(CurrentVertxRequest.class).get().getCurrent() != null;
    }
}
