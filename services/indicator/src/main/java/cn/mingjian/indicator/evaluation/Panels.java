package cn.mingjian.indicator.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;

/** Who is on which panel, as scoring last told. */
@ApplicationScoped
class Panels {

    private final EntityManager database;

    Panels(EntityManager database) {
        this.database = database;
    }

    /** The roles whose seats the account has on the evaluation's panel, once it has pledged: {@code third-party} and the like. */
    @SuppressWarnings("unchecked")
    List<String> roles(String evaluation, String account) {
        return database.createNativeQuery(
                        "select role from panel_seat join pledged_account using (evaluation, account)"
                                + " where evaluation = :evaluation and account = :account",
                        String.class)
                .setParameter("evaluation", evaluation)
                .setParameter("account", account)
                .getResultList();
    }

    void replace(PanelChanged panel) {
        database.createNativeQuery("delete from panel_seat where evaluation = :evaluation")
                .setParameter("evaluation", panel.evaluation())
                .executeUpdate();
        panel.seats().forEach(seat -> database.createNativeQuery(
                        "insert into panel_seat (evaluation, account, role) values (:evaluation, :account, :role)"
                                + " on conflict do nothing")
                .setParameter("evaluation", panel.evaluation())
                .setParameter("account", seat.account())
                .setParameter("role", seat.party().toLowerCase(Locale.ROOT).replace('_', '-'))
                .executeUpdate());
    }

    void pledged(PledgeSigned pledge) {
        database.createNativeQuery("insert into pledged_account (evaluation, account) values (:evaluation, :account)"
                        + " on conflict do nothing")
                .setParameter("evaluation", pledge.evaluation())
                .setParameter("account", pledge.account())
                .executeUpdate();
    }
}
