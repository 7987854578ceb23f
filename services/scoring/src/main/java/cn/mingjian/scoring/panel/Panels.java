package cn.mingjian.scoring.panel;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The store of panels with their pledges and recusals. */
@ApplicationScoped
class Panels implements PanacheRepository<MemberEntity> {

    private static final String MEMBERS = """
            select m as member, p as pledge
              from MemberEntity m
              left join PledgeEntity p on p.evaluation = m.evaluation and p.evaluator = m.evaluator
             where m.evaluation = :evaluation
             order by m.id
            """;

    /** The panel in the order in which it was named. */
    List<Member> members(String evaluation) {
        Map<String, Map<RecusalEntity.Origin, Recusal>> recusals = recusals(evaluation);
        return getEntityManager()
                .createQuery(MEMBERS, Tuple.class)
                .setParameter("evaluation", evaluation)
                .getResultStream()
                .map(row -> row.get("member", MemberEntity.class)
                        .toMember(
                                row.get("pledge", PledgeEntity.class),
                                recusals.getOrDefault(row.get("member", MemberEntity.class).evaluator, Map.of())))
                .toList();
    }

    private Map<String, Map<RecusalEntity.Origin, Recusal>> recusals(String evaluation) {
        return getEntityManager()
                .createQuery("from RecusalEntity where evaluation = :evaluation order by id", RecusalEntity.class)
                .setParameter("evaluation", evaluation)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        recusal -> recusal.evaluator,
                        Collectors.toMap(
                                recusal -> recusal.origin, RecusalEntity::toRecusal, (earlier, latest) -> latest)));
    }

    List<MemberEntity> rows(String evaluation) {
        return list("evaluation", evaluation);
    }

    Optional<PledgeEntity> pledge(String evaluation, String evaluator) {
        return getEntityManager()
                .createQuery(
                        "from PledgeEntity where evaluation = :evaluation and evaluator = :evaluator",
                        PledgeEntity.class)
                .setParameter("evaluation", evaluation)
                .setParameter("evaluator", evaluator)
                .getResultStream()
                .findFirst();
    }

    /** The latest first: what was refused may be asked again for another reason. */
    List<RecusalEntity> recusals(String evaluation, String evaluator, RecusalEntity.Origin origin) {
        return getEntityManager()
                .createQuery(
                        "from RecusalEntity where evaluation = :evaluation and evaluator = :evaluator and origin = :origin order by id desc",
                        RecusalEntity.class)
                .setParameter("evaluation", evaluation)
                .setParameter("evaluator", evaluator)
                .setParameter("origin", origin)
                .getResultList();
    }

    /** The accounts that have decided on a recusal, a replacement or a veto of the evaluation. */
    Set<String> deciders(String evaluation) {
        return Set.copyOf(getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select decided_by from recusal where evaluation = :evaluation and decided_by is not null
                        union
                        select decided_by from veto where evaluation = :evaluation and decided_by is not null""", String.class)
                .setParameter("evaluation", evaluation)
                .getResultList());
    }

    void add(Object entity) {
        getEntityManager().persist(entity);
    }
}
