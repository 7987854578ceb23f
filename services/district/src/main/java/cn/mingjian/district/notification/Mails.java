package cn.mingjian.district.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of mails. */
@ApplicationScoped
class Mails {
    private static final int AT_ONCE = 100;

    /** After some two weeks of hourly trying. */
    private static final int MOST_ATTEMPTS = 350;

    private final EntityManager database;

    Mails(EntityManager database) {
        this.database = database;
    }

    /** A mail whose turn it is. */
    record Pending(long id, String kind, String sentence, String address, int attempts) {}

    /** The oldest notifications of which nobody was mailed yet. */
    List<NotificationEntity> unspread() {
        return database.createQuery(
                        "from NotificationEntity where spreadAt is null order by id", NotificationEntity.class)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    boolean isAnyWanted() {
        return !database.createQuery("from PreferenceEntity where email is not null", PreferenceEntity.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** A mail to each of the accounts that wants one of this kind and may read it; the notification is done with. */
    void write(NotificationEntity notification, List<String> accounts, Instant now) {
        database.createNativeQuery("""
                        insert into mail (notification, account, next_at)
                        select n.id, p.account, :now from notification n
                          join notification_preference p on p.account = any(cast(:accounts as text[]))
                         where n.id = :notification and p.email is not null and not n.kind = any(p.muted)
                           and not (n.uninvolved and exists (select from panel_seat s
                                                              where s.evaluation = n.evaluation and s.account = p.account))
                        on conflict do nothing""")
                .setParameter("now", now)
                .setParameter("accounts", accounts.toArray(String[]::new))
                .setParameter("notification", notification.id)
                .executeUpdate();
        database.createNativeQuery("update notification set spread_at = :now where id = :notification")
                .setParameter("now", now)
                .setParameter("notification", notification.id)
                .executeUpdate();
    }

    /** The next mail, held until the end of the transaction; another sender passes it over. */
    Optional<Pending> take(Instant now) {
        return database
                .createNativeQuery("""
                        select m.id, n.kind, n.sentence, p.email, m.attempts
                          from mail m join notification n on n.id = m.notification
                          join notification_preference p on p.account = m.account
                         where m.sent_at is null and m.next_at <= :now and m.attempts < :most and p.email is not null
                         order by m.next_at, m.id limit 1 for update of m skip locked""", Pending.class)
                .setParameter("now", now)
                .setParameter("most", MOST_ATTEMPTS)
                .getResultList()
                .stream()
                .findFirst()
                .map(Pending.class::cast);
    }

    void sent(Pending mail, Instant now) {
        database.createNativeQuery(
                        "update mail set sent_at = :now, attempts = attempts + 1, failure = null where id = :id")
                .setParameter("now", now)
                .setParameter("id", mail.id())
                .executeUpdate();
    }

    void later(Pending mail, Instant next, String failure) {
        database.createNativeQuery(
                        "update mail set next_at = :next, attempts = attempts + 1, failure = :failure where id = :id")
                .setParameter("next", next)
                .setParameter("failure", failure)
                .setParameter("id", mail.id())
                .executeUpdate();
    }
}
