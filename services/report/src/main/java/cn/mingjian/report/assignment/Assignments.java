package cn.mingjian.report.assignment;

import cn.mingjian.platform.event.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The queue of reports to be made, in this service's database. */
@ApplicationScoped
public class Assignments {

    private static final String ASK = """
            insert into assignment (evaluation, state, result_version, traceparent)
            values (:evaluation, :state, :result, :traceparent)
            on conflict (evaluation, state) do update
               set result_version = greatest(assignment.result_version, excluded.result_version),
                   traceparent = excluded.traceparent,
                   attempts = 0, due_at = now(), taken_by = null
            """;
    // Leased, not locked: making a report takes seconds and calls other services. Who asks is making none, so what is
    // still its own was left by a crash, its own or the database's.
    private static final String TAKE = """
            update assignment
               set attempts = attempts + 1, taken_by = :instance, due_at = now() + interval '3 minutes'
             where (evaluation, state) in (
                   select evaluation, state from assignment
                    where due_at <= now() or taken_by = :instance order by due_at limit 1 for update skip locked)
            returning evaluation, state, result_version, attempts, traceparent
            """;
    private static final String LATER = """
            update assignment
               set taken_by = null, last_failure = :failure, due_at = now() + make_interval(secs => :seconds)
             where evaluation = :evaluation and state = :state and taken_by = :instance
            """;
    private static final String DONE = """
            delete from assignment
             where evaluation = :evaluation and state = :state and taken_by = :instance and result_version <= :result
            """;

    private final EntityManager entities;
    private final Trace trace;
    private final String instance;

    Assignments(
            EntityManager entities,
            Trace trace,
            @ConfigProperty(name = "mingjian.report.instance", defaultValue = "1") String instance) {
        this.entities = entities;
        this.trace = trace;
        this.instance = instance;
    }

    /** Asks for a draft that shows at least this version of the result. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void draft(String evaluation, int resultVersion) {
        ask(evaluation, Assignment.DRAFT, resultVersion);
    }

    /** Asks for the final report. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void finalReport(String evaluation, int resultVersion) {
        ask(evaluation, Assignment.FINAL, resultVersion);
    }

    private void ask(String evaluation, String state, int resultVersion) {
        entities.flush();
        entities.createNativeQuery(ASK)
                .setParameter("evaluation", evaluation)
                .setParameter("state", state)
                .setParameter("result", resultVersion)
                .setParameter("traceparent", trace.current())
                .executeUpdate();
    }

    /** Takes the assignment that waits longest, for some minutes. */
    @ActivateRequestContext
    @Transactional
    public Optional<Assignment> take() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(TAKE, Tuple.class)
                .setParameter("instance", instance)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Assignment(
                        row.get("evaluation", String.class),
                        row.get("state", String.class),
                        row.get("result_version", Integer.class),
                        row.get("attempts", Integer.class),
                        row.get("traceparent", String.class)));
    }

    /** Puts it back for later, with what went wrong. */
    @ActivateRequestContext
    @Transactional
    public void later(Assignment assignment, int seconds, String failure) {
        entities.createNativeQuery(LATER)
                .setParameter("failure", failure)
                .setParameter("seconds", (double) seconds)
                .setParameter("evaluation", assignment.evaluation())
                .setParameter("state", assignment.state())
                .setParameter("instance", instance)
                .executeUpdate();
    }

    /** Strikes it off, in the transaction that keeps the report; false when it was asked for anew meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean done(Assignment assignment, int shownResult) {
        return entities.createNativeQuery(DONE)
                        .setParameter("evaluation", assignment.evaluation())
                        .setParameter("state", assignment.state())
                        .setParameter("instance", instance)
                        .setParameter("result", shownResult)
                        .executeUpdate()
                == 1;
    }
}
