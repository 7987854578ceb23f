package cn.mingjian.district.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deadlines of parties that have not submitted. */
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

    void watch(String evaluation, String party, Instant due) {
        database.createNativeQuery("""
                        insert into watched_deadline (evaluation, party, due_at) values (:evaluation, :party, :due)
                        on conflict (evaluation, party)
                        do update set due_at = excluded.due_at, reminded = null, missed = false""")
                .setParameter("evaluation", evaluation)
                .setParameter("party", party)
                .setParameter("due", due)
                .executeUpdate();
    }

    void forget(String evaluation, String party) {
        database.createNativeQuery("delete from watched_deadline where evaluation = :evaluation and party = :party")
                .setParameter("evaluation", evaluation)
                .setParameter("party", party)
                .executeUpdate();
    }

    void forget(String evaluation) {
        database.createNativeQuery("delete from watched_deadline where evaluation = :evaluation")
                .setParameter("evaluation", evaluation)
                .executeUpdate();
    }

    /** Those that are due before the instant and not yet called missed, held until the end of the transaction. */
    @SuppressWarnings("unchecked")
    List<Deadline> dueBefore(Instant instant) {
        return database.createNativeQuery("""
                        select evaluation, party, due_at, reminded from watched_deadline
                         where not missed and due_at < :instant order by due_at for update skip locked""", Deadline.class)
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
