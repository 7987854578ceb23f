package cn.mingjian.district.notification;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Right;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notifications of the calling account, in the portal that it called from. */
@ApplicationScoped
class Inbox {
    private static final String MINE = """
             from notification n left join notification_reading r on r.notification = n.id and r.account = :account
            where (n.account = :account
                   or exists (select from unnest(cast(:roles as text[]), cast(:places as text[])) as held (role, place)
                               where held.role = n.role
                                 and (n.place = held.place or starts_with(n.place, held.place || '/'))))
              and not (n.uninvolved
                       and exists (select from panel_seat s where s.evaluation = n.evaluation and s.account = :account))
            """;

    private final EntityManager database;
    private final Caller caller;

    Inbox(EntityManager database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** One entry; later ones have higher numbers. */
    record Entry(
            long number, String kind, String evaluation, String place, String sentence, Instant at, boolean read) {}

    /** The latest before a number, and one entry more when there is one. */
    @Transactional
    @SuppressWarnings("unchecked")
    List<Entry> page(long before, boolean unreadOnly, int limit) {
        return mine(
                        "select n.id, n.kind, n.evaluation, n.place, n.sentence, n.at, r.read_at is not null" + MINE
                                + " and n.id < :before and (not :unreadOnly or r.read_at is null) order by n.id desc",
                        Entry.class)
                .setParameter("before", before)
                .setParameter("unreadOnly", unreadOnly)
                .setMaxResults(limit + 1)
                .getResultList();
    }

    @Transactional
    long unread() {
        return (Long) mine("select count(*)" + MINE + " and r.read_at is null", Long.class)
                .getSingleResult();
    }

    /** Marks everything up to a number as read; answers how many entries were unread. */
    @Transactional
    int readUpTo(long number) {
        return mine("""
                        insert into notification_reading (notification, account, read_at)
                        select n.id, :account, now()""" + MINE + """
                         and n.id <= :number and r.read_at is null
                        on conflict do nothing""", null).setParameter("number", number).executeUpdate();
    }

    private Query mine(String sql, @Nullable Class<?> row) {
        List<Right> held = List.copyOf(caller.held());
        Query query = row == null ? database.createNativeQuery(sql) : database.createNativeQuery(sql, row);
        return query.setParameter("account", caller.account())
                .setParameter("roles", held.stream().map(Right::role).toArray(String[]::new))
                .setParameter(
                        "places",
                        held.stream().map(right -> right.place().path()).toArray(String[]::new));
    }
}
