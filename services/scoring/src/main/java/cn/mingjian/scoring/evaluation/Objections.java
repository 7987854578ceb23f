package cn.mingjian.scoring.evaluation;

import cn.mingjian.scoring.score.Party;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The objections to the draft that the report service has told of. */
@ApplicationScoped
public class Objections implements PanacheRepository<ObjectionEntity> {

    /** How many were raised and how many are decided. */
    public EvaluationView.ObjectionCount of(String evaluation) {
        Object[] counts = getEntityManager()
                .createQuery(
                        "select count(*), count(decision) from ObjectionEntity where evaluation = :code",
                        Object[].class)
                .setParameter("code", evaluation)
                .getSingleResult();
        return new EvaluationView.ObjectionCount(((Number) counts[0]).intValue(), ((Number) counts[1]).intValue());
    }

    /** Whose sheets an objection reopens, when the bureau has said. */
    public Optional<Party> party(String evaluation, String origin, int number) {
        return find(evaluation, origin, number).map(objection -> objection.party);
    }

    /** Whether the bureau has said what it thinks of it. */
    public boolean isDecided(String evaluation, String origin, int number) {
        return find(evaluation, origin, number)
                .filter(objection -> objection.decision != null)
                .isPresent();
    }

    /** Whether the bureau has found it justified. */
    public boolean isUpheld(String evaluation, String origin, int number) {
        return find(evaluation, origin, number)
                .filter(objection -> "UPHELD".equals(objection.decision))
                .isPresent();
    }

    void raised(String evaluation, String origin, int number, Instant at) {
        if (find(evaluation, origin, number).isEmpty()) {
            persist(ObjectionEntity.of(evaluation, origin, number, at));
        }
    }

    boolean decided(ObjectionDecidedListener.ObjectionDecided decided, Instant at) {
        Optional<ObjectionEntity> objection = find(decided.evaluation(), decided.from(), decided.number());
        objection.ifPresent(known -> {
            known.decision = decided.decision();
            known.party = decided.party();
            known.decidedAt = at;
        });
        return objection.isPresent();
    }

    private Optional<ObjectionEntity> find(String evaluation, String origin, int number) {
        return find("evaluation = ?1 and origin = ?2 and number = ?3", evaluation, origin, number)
                .firstResultOptional();
    }
}
