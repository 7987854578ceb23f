package cn.mingjian.indicator.evaluation;

import cn.mingjian.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The evaluations this service has heard of. */
@ApplicationScoped
public class Evaluations {
    private final EntityManager entities;

    Evaluations(EntityManager entities) {
        this.entities = entities;
    }

    /** The evaluation as last committed; for a change use {@link #lock}. */
    public Optional<Evaluation> find(String code) {
        return Optional.ofNullable(entities.find(EvaluationEntity.class, code)).map(EvaluationEntity::toEvaluation);
    }

    /** The evaluation, or a problem that ends the request. */
    public Evaluation require(String code) {
        return find(code).orElseThrow(() -> unknown(code));
    }

    /**
     * The evaluation under its station's lock, which the transaction keeps: whoever changes evidence or records of a station
     * computes after the other, and sees what the other committed.
     */
    public Evaluation lock(String code) {
        lockStation(require(code).station().path());
        entities.refresh(entities.find(EvaluationEntity.class, code));
        return require(code);
    }

    /** Takes the station's lock until the transaction ends. Several stations are locked in the order of their names. */
    public void lockStation(String station) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, station)
                .getSingleResult();
    }

    /** The station's evaluations whose evidence may still change. */
    public List<Evaluation> openOf(String station) {
        return entities.createQuery(
                        "from EvaluationEntity where station = ?1 and frozenAchievement is null order by code",
                        EvaluationEntity.class)
                .setParameter(1, station)
                .getResultStream()
                .map(EvaluationEntity::toEvaluation)
                .toList();
    }

    /** Keeps a new evaluation, or the new document of one that is still open. */
    void keep(Evaluation evaluation) {
        var row = entities.find(EvaluationEntity.class, evaluation.code());
        if (row == null) {
            row = new EvaluationEntity();
            row.code = evaluation.code();
            row.take(evaluation);
            entities.persist(row);
        } else {
            row.take(evaluation);
        }
    }

    /** Freezes the evaluation's evidence at these versions. */
    public void freeze(String code, FrozenEvidence versions) {
        entities.find(EvaluationEntity.class, code).freeze(versions);
    }

    static ProblemException unknown(String code) {
        return EvaluationProblem.EVALUATION_UNKNOWN.because("没有编号为 %s 的评估", code);
    }
}
