package cn.mingjian.district.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deadlines of parties, and who has submitted. */
@ApplicationScoped
class Deadlines {
    private final EntityManager database;

    Deadlines(EntityManager database) {
        this.database = database;
    }

    /**
     * One of them.
     *
     * @param reminded the least number of days that was reminded of, null before the first
     */
    record Deadline(
            String evaluation,
            String party,
            Instant dueAt,
            @Nullable Integer reminded) {}

    /** Whether the party, which is due then, has yet to submit. */
    boolean watch(String evaluation, String party, Instant due) {
        return (Boolean) database.createNativeQuery("""
                        insert into watched_deadline (evaluation, party, due_at) values (:evaluation, :party, :due)
                        on conflict (evaluation, party)
                        do update set due_at = excluded.due_at, reminded = null, missed = false
                        returning not submitted""", Boolean.class)
                .setParameter("evaluation", evaluation)
                .setParameter("party", party)
                .setParameter("due", due)
                .getSingleResult();
    }

    /** Takes note that a party has submitted, or that it has to do so again. */
    void submitted(String evaluation, String party, boolean submitted) {
        database.createNativeQuery("""
                        insert into watched_deadline (evaluation, party, submitted) values (:evaluation, :party, :submitted)
                        on conflict (evaluation, party) do update set submitted = excluded.submitted""")
                .setParameter("evaluation", evaluation)
                .setParameter("party", party)
                .setParameter("submitted", submitted)
                .executeUpdate();
    }

    void forget(String evaluation) {
        database.createNativeQuery("delete from watched_deadline where evaluation = :evaluation")
                .setParameter("evaluation", evaluation)
                .executeUpdate();
    }

    /** Those of parties yet to submit that are due before the instant and not yet called missed, held until the end of the transaction. */
    @SuppressWarnings("unchecked")
    List<Deadline> dueBefore(Instant instant) {
        return database.createNativeQuery("""
                        select evaluation, party, due_at, reminded from watched_deadline
                         where not missed and not submitted and due_at < :instant order by due_at for update skip locked""", Deadline.class)
                .setParameter("instant", instant)
                .getResultList();
    }

    void reminded(Deadline deadline, int days) {
        set("reminded = " + days, deadline);
    }

    void missed(Deadline deadline) {
        set("missed = true", deadline);
    }

    private void set(String what, Deadline deadline) {
        database.createNativeQuery(
                        "update watched_deadline set " + what + " where evaluation = :evaluation and party = :party")
                .setParameter("evaluation", deadline.evaluation())
                .setParameter("party", deadline.party())
                .executeUpdate();
    }
}
