package cn.mingjian.platform.event;

import cn.mingjian.platform.store.Background;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A thread that does one thing in the background over and over, pauses when it fails or has nothing to do, and stops when
 * told.
 */
public final class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final long AFTER_FAILURE_MILLIS = 500;

    private final String name;
    private final Turn turn;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    /** One round of work; answers how long to pause before the next, in ms (0: none). */
    @FunctionalInterface
    public interface Turn {
        long run() throws Exception;
    }

    public Worker(String name, Turn turn) {
        this.name = name;
        this.turn = turn;
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::loop);
    }

    public void start() {
        thread.start();
    }

    /** Ends a pause early. */
    public void wake() {
        woken.release();
    }

    public boolean stopping() {
        return stopping;
    }

    public void stop() {
        stopping = true;
        wake();
        try {
            thread.join(5_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        while (!stopping) {
            long pause;
            try {
                pause = Background.call(turn::run);
            } catch (InterruptedException stop) {
                return;
            } catch (Exception failure) {
                if (stopping) {
                    return;
                }
                LOG.warnf("%s: %s; again in %d ms", name, failure, AFTER_FAILURE_MILLIS);
                LOG.debug(name, failure);
                pause = AFTER_FAILURE_MILLIS;
            }
            try {
                if (pause > 0 && woken.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException stop) {
                return;
            }
        }
    }
}
