package cn.mingjian.staffing.evaluation;

import cn.mingjian.platform.problem.ProblemException;
import cn.mingjian.staffing.figure.EvidenceWindow;
import cn.mingjian.staffing.figure.StaffingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** The evaluations and agreement versions that have been heard of. */
@ApplicationScoped
public class Evaluations {

    private final EntityManager database;

    Evaluations(EntityManager database) {
        this.database = database;
    }

    public Optional<Evaluation> find(String code) {
        return Optional.ofNullable(database.find(EvaluationEntity.class, code)).map(this::whole);
    }

    /** Ends the request with 404 when it has not been heard of. */
    public Evaluation require(String code) {
        return find(code).orElseThrow(() -> unknown(code));
    }

    /** As {@link #require}, and holds others off until the transaction ends, so that versions follow one another. */
    public Evaluation lock(String code) {
        return Optional.ofNullable(locked(code)).map(this::whole).orElseThrow(() -> unknown(code));
    }

    boolean knows(AgreementKey key) {
        return database.find(AgreementEntity.class, key) != null;
    }

    /** A version never changes: what is known stays. */
    void remember(AgreementKey key, Agreement agreement) {
        if (!knows(key)) {
            database.persist(AgreementEntity.of(key, agreement));
        }
    }

    /** Opened for the first time, or its window or policy changed before the freeze. */
    Evaluation open(String code, AgreementKey key, EvidenceWindow window, StaffingPolicy policy) {
        EvaluationEntity known = locked(code);
        EvaluationEntity entity = known == null ? EvaluationEntity.of(code) : known;
        entity.set(key, window, policy);
        if (known == null) {
            database.persist(entity);
        }
        return whole(entity);
    }

    boolean freeze(String code, int version) {
        EvaluationEntity entity = locked(code);
        if (entity != null) {
            entity.freeze(version);
        }
        return entity != null;
    }

    private @org.jspecify.annotations.Nullable EvaluationEntity locked(String code) {
        return database.find(EvaluationEntity.class, code, LockModeType.PESSIMISTIC_WRITE);
    }

    private Evaluation whole(EvaluationEntity entity) {
        return entity.toEvaluation(
                database.find(AgreementEntity.class, entity.agreementKey()).toAgreement());
    }

    static ProblemException unknown(String code) {
        return EvaluationProblem.EVALUATION_NOT_FOUND.because("评估 %s 尚未开启或不存在", code);
    }
}
