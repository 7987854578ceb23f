package cn.mingjian.scoring.pool;

import cn.mingjian.platform.caller.Place;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.NativeQuery;

/** The store of invitations. */
@ApplicationScoped
class Invitations implements PanacheRepositoryBase<InvitationEntity, InvitationEntity.Key> {

    Optional<InvitationEntity> of(String evaluation, String evaluator) {
        return findByIdOptional(new InvitationEntity.Key(evaluation, evaluator));
    }

    /** What an account was asked at a station, the latest first; what it left unanswered only while the round is under way. */
    @SuppressWarnings("unchecked") // The query's own type forgets what is selected.
    List<OwnInvitation> to(String account, Place station) {
        NativeQuery<Tuple> query =
                getEntityManager().createNativeQuery("""
                        select i.*, opening.content ->> 'title' as title
                          from invitation i
                          join evaluation e on e.code = i.evaluation
                          join document opening on opening.owner = e.code and opening.kind = 'opening'
                         where i.account = :account and e.district || '/' || e.station = :station
                           and (i.answer is not null or e.under_way)
                         order by i.invited_at desc""", Tuple.class).unwrap(NativeQuery.class);
        return query.addEntity("i", InvitationEntity.class)
                .addScalar("title", String.class)
                .setParameter("account", account)
                .setParameter("station", station.path())
                .getResultStream()
                .map(row -> new OwnInvitation(
                        row.get("title", String.class),
                        row.get("i", InvitationEntity.class).toInvitation()))
                .toList();
    }

    List<InvitationEntity> of(String evaluation) {
        return list("key.evaluation = ?1 order by invitedAt, key.evaluator", evaluation);
    }
}
