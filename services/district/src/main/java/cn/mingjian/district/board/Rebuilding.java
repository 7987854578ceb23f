package cn.mingjian.district.board;

import cn.mingjian.district.board.BoardListeners.EvaluationOpened;
import cn.mingjian.district.board.BoardListeners.Heard;
import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Replay;
import cn.mingjian.platform.event.Worker;
import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a district's board anew from the events: in one transaction that keeps others from writing, so that readers see the old
 * board until the new one is whole, and nothing is told to people a second time.
 */
@ApplicationScoped
class Rebuilding {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Board board;
    private final EntityManager database;
    private final Replay replay;
    private final List<Heard<?>> heard;
    private final Worker worker = new Worker("board-rebuilding", this::turn);

    Rebuilding(Board board, EntityManager database, Replay replay, @All List<Heard<?>> heard) {
        this.board = board;
        this.database = database;
        this.replay = replay;
        this.heard = heard;
    }

    /**
     * What was asked for and what came of it.
     *
     * @param askedAt null when nobody has asked yet
     * @param doneAt null while it is under way
     * @param evaluations how many entries the new board has
     */
    record RebuildingState(
            @Nullable Instant askedAt,
            @Nullable Instant doneAt,
            @Nullable Integer evaluations) {}

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }

    /** Asks for it; while one is under way it is that one. */
    RebuildingState ask(String district) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("""
                        insert into board_rebuilding (district, asked_at) values (:district, clock_timestamp())
                        on conflict (district) do update
                          set asked_at = excluded.asked_at, done_at = null, evaluations = null
                          where board_rebuilding.done_at is not null""")
                .setParameter("district", district)
                .executeUpdate());
        worker.wake();
        return state(district);
    }

    @Transactional
    RebuildingState state(String district) {
        List<?> found = database.createNativeQuery(
                        "select asked_at, done_at, evaluations from board_rebuilding where district = :district",
                        RebuildingState.class)
                .setParameter("district", district)
                .getResultList();
        return found.isEmpty() ? new RebuildingState(null, null, null) : (RebuildingState) found.getFirst();
    }

    private long turn() {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            return QuarkusTransaction.requiringNew()
                            .timeout((int) LONGEST.toSeconds())
                            .call(this::rebuildNext)
                    ? 0
                    : LOOK_EVERY.toMillis();
        } finally {
            context.terminate();
        }
    }

    /** Whether a district was waiting. */
    private boolean rebuildNext() {
        Optional<?> waiting =
                database.createNativeQuery("""
                        select district from board_rebuilding
                         where done_at is null and pg_try_advisory_xact_lock(hashtext('board-rebuilding/' || district))
                         limit 1""").getResultList().stream().findFirst();
        waiting.map(String.class::cast).ifPresent(district -> database.createNativeQuery("""
                                update board_rebuilding set done_at = clock_timestamp(), evaluations = :evaluations
                                 where district = :district""")
                .setParameter("evaluations", rebuild(district))
                .setParameter("district", district)
                .executeUpdate());
        return waiting.isPresent();
    }

    private int rebuild(String district) {
        Set<String> evaluations = new HashSet<>();
        board.clear(district);
        for (String topic : topics()) {
            Map<String, EventListener<?>> listeners = new HashMap<>();
            heard.stream().filter(each -> each.topic().equals(topic)).forEach(each -> listeners.put(each.type(), each));
            replay.read(
                    topic, listeners, (listener, event) -> rewrite((Heard<?>) listener, event, district, evaluations));
        }
        return evaluations.size();
    }

    /** All that are heard, that of the openings first: what tells of an evaluation comes after it. */
    private List<String> topics() {
        return heard.stream()
                .map(Heard::topic)
                .distinct()
                .sorted(Comparator.comparing(topic -> !topic.equals(BoardListeners.SCORING)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <E> void rewrite(Heard<E> listener, Event<?> event, String district, Set<String> evaluations) {
        Event<E> heard = (Event<E>) event;
        if (heard.payload() instanceof EvaluationOpened opened
                && opened.district().equals(district)) {
            evaluations.add(opened.code());
        }
        if (evaluations.contains(listener.evaluation(heard.payload()))) {
            listener.write(heard);
        }
    }
}
