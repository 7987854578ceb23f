package cn.mingjian.scoring.panel;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;

/** The store of panels with their pledges and recusals. */
@ApplicationScoped
class Panels implements PanacheRepository<MemberEntity> {

    private static final String MEMBERS = """
            select m as member, p as pledge, r as recusal
              from MemberEntity m
              left join PledgeEntity p on p.evaluation = m.evaluation and p.evaluator = m.evaluator
              left join RecusalEntity r on r.evaluation = m.evaluation and r.evaluator = m.evaluator
             where m.evaluation = :evaluation
             order by m.id
            """;

    /** The panel in the order in which it was named, in one query. */
    List<Member> members(String evaluation) {
        return getEntityManager()
                .createQuery(MEMBERS, Tuple.class)
                .setParameter("evaluation", evaluation)
                .getResultStream()
                .map(row -> row.get("member", MemberEntity.class)
                        .toMember(row.get("pledge", PledgeEntity.class), row.get("recusal", RecusalEntity.class)))
                .toList();
    }

    List<MemberEntity> rows(String evaluation) {
        return list("evaluation", evaluation);
    }

    Optional<PledgeEntity> pledge(String evaluation, String evaluator) {
        return one(PledgeEntity.class, evaluation, evaluator);
    }

    Optional<RecusalEntity> recusal(String evaluation, String evaluator) {
        return one(RecusalEntity.class, evaluation, evaluator);
    }

    void add(Object entity) {
        getEntityManager().persist(entity);
    }

    private <E> Optional<E> one(Class<E> type, String evaluation, String evaluator) {
        return getEntityManager()
                .createQuery(
                        "from " + type.getSimpleName() + " where evaluation = :evaluation and evaluator = :evaluator",
                        type)
                .setParameter("evaluation", evaluation)
                .setParameter("evaluator", evaluator)
                .getResultStream()
                .findFirst();
    }
}
