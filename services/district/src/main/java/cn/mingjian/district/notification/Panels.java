package cn.mingjian.district.notification;

import cn.mingjian.district.notification.Notifier.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** Who is on which panel, as scoring tells it. */
@ApplicationScoped
class Panels {
    private final EntityManager database;

    Panels(EntityManager database) {
        this.database = database;
    }

    /** Makes the panel what it is now; answers who joined, or came back. */
    List<Seat> replace(String evaluation, List<Seat> seats) {
        List<String> before = accounts(evaluation);
        database.createNativeQuery("update panel_seat set active = false where evaluation = :evaluation")
                .setParameter("evaluation", evaluation)
                .executeUpdate();
        List<Seat> joined = new ArrayList<>();
        for (Seat seat : seats) {
            database.createNativeQuery("""
                            insert into panel_seat (evaluation, account, party, active)
                            values (:evaluation, :account, :party, true)
                            on conflict (evaluation, account) do update set party = excluded.party, active = true""")
                    .setParameter("evaluation", evaluation)
                    .setParameter("account", seat.account())
                    .setParameter("party", seat.party())
                    .executeUpdate();
            if (!before.contains(seat.account())) {
                joined.add(seat);
            }
        }
        return joined;
    }

    List<String> accounts(String evaluation) {
        return database.createNativeQuery(
                        "select account from panel_seat where evaluation = :evaluation and active order by account",
                        String.class)
                .setParameter("evaluation", evaluation)
                .getResultList();
    }

    List<String> accounts(String evaluation, String party) {
        return database.createNativeQuery(
                        "select account from panel_seat where evaluation = :evaluation and party = :party and active"
                                + " order by account",
                        String.class)
                .setParameter("evaluation", evaluation)
                .setParameter("party", party)
                .getResultList();
    }
}
