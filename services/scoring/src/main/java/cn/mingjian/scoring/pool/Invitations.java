package cn.mingjian.scoring.pool;

import cn.mingjian.platform.caller.Place;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The store of invitations. */
@ApplicationScoped
class Invitations implements PanacheRepositoryBase<InvitationEntity, InvitationEntity.Key> {

    Optional<InvitationEntity> of(String evaluation, String evaluator) {
        return findByIdOptional(new InvitationEntity.Key(evaluation, evaluator));
    }

    /** What an account was asked at a station, the latest first. */
    List<InvitationEntity> to(String account, Place station) {
        return getEntityManager()
                .createNativeQuery("""
                        select i.* from invitation i join evaluation e on e.code = i.evaluation
                         where i.account = :account and e.district || '/' || e.station = :station
                         order by i.invited_at desc""", InvitationEntity.class)
                .setParameter("account", account)
                .setParameter("station", station.path())
                .getResultList();
    }

    List<InvitationEntity> of(String evaluation) {
        return list("key.evaluation = ?1 order by invitedAt, key.evaluator", evaluation);
    }
}
