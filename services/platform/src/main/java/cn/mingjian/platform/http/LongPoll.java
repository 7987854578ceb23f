package cn.mingjian.platform.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Asks again until there is an answer or the caller's patience ends. Each look is a transaction of its own, so that it
 * sees what others committed meanwhile; in between the virtual thread is parked and holds neither thread nor connection.
 * Nobody looks for a caller that has gone away.
 */
@ApplicationScoped
public class LongPoll {

    private static final long FIRST_PAUSE_NANOS = 20_000_000;
    private static final long LONGEST_PAUSE_NANOS = 200_000_000;

    private final CurrentVertxRequest request;

    LongPoll(CurrentVertxRequest request) {
        this.request = request;
    }

    public <T> Optional<T> until(PreferWait wait, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + wait.atMost().toNanos();
        long pause = FIRST_PAUSE_NANOS;
        while (true) {
            Optional<T> answer = QuarkusTransaction.requiringNew().call(look::get);
            long left = deadline - System.nanoTime();
            if (answer.isPresent()
                    || left <= 0
                    || request.getCurrent().response().closed()) {
                return answer;
            }
            LockSupport.parkNanos(Math.min(pause, left));
            pause = Math.min(pause * 3 / 2, LONGEST_PAUSE_NANOS);
        }
    }
}
