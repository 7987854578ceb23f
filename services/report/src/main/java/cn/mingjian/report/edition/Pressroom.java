package cn.mingjian.report.edition;

import cn.mingjian.platform.event.Trace;
import cn.mingjian.platform.store.Background;
import cn.mingjian.report.assignment.Assignment;
import cn.mingjian.report.assignment.Assignments;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Works off assignments, one after the other; what fails is tried again, later and later, until it succeeds. */
@ApplicationScoped
class Pressroom {

    private static final Logger LOG = Logger.getLogger(Pressroom.class);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final int LONGEST_PAUSE_SECONDS = 30;
    private static final int LONGEST_REASON = 300;

    private final Assignments assignments;
    private final ReportMaking making;
    private final Trace trace;
    private final Vertx vertx;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pressroom").daemon(true).factory());

    Pressroom(Assignments assignments, ReportMaking making, Trace trace, Vertx vertx) {
        this.assignments = assignments;
        this.making = making;
        this.trace = trace;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /**
     * On a Vert.x context of its own: a call that waits for a token goes on in another thread and finds the trace in the
     * context only.
     */
    private void look() {
        try {
            VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext())
                    .executeBlocking(
                            () -> {
                                Background.run(this::workOff);
                                return true;
                            },
                            false)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (RuntimeException failure) {
            // The scheduler would never look again after an exception.
            LOG.warnf("assignments cannot be read: %s", failure.toString());
        }
    }

    private void workOff() {
        for (Optional<Assignment> next = assignments.take(); next.isPresent(); next = assignments.take()) {
            Assignment assignment = next.get();
            trace.call(assignment.traceparent(), "report " + assignment.state(), () -> work(assignment));
        }
    }

    /** Answers whether the report was made. */
    private boolean work(Assignment assignment) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            making.make(assignment);
            LOG.infof("report made evaluation=%s state=%s", assignment.evaluation(), assignment.state());
            return true;
        } catch (Throwable failure) {
            // Errors as well: the scheduler would swallow them and never look again.
            int pause = Math.min(LONGEST_PAUSE_SECONDS, 1 << Math.min(assignment.attempts() - 1, 5));
            LOG.warnf(
                    failure,
                    "report not made, again in %d s evaluation=%s state=%s attempt=%d",
                    pause,
                    assignment.evaluation(),
                    assignment.state(),
                    assignment.attempts());
            assignments.later(assignment, pause, reason(failure));
            return false;
        } finally {
            request.terminate();
        }
    }

    private static String reason(Throwable failure) {
        String reason = failure.toString();
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
