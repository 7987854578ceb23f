package cn.mingjian.report.evaluation;

import cn.mingjian.platform.document.Documents;
import cn.mingjian.report.source.EvaluationFile;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of evaluations, with their opening documents and panels. */
@ApplicationScoped
public class Evaluations {

    private static final String OPENING = "opening";

    private final Rows rows;
    private final Documents documents;
    private final EntityManager entities;

    Evaluations(Rows rows, Documents documents, EntityManager entities) {
        this.rows = rows;
        this.documents = documents;
        this.entities = entities;
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<EvaluationEntity, String> {}

    /** A seat on the panel. */
    public record Seat(String account, Party party, boolean lead) {}

    public Optional<Evaluation> find(String code) {
        return rows.findByIdOptional(code).map(EvaluationEntity::toEvaluation);
    }

    /** The evaluation with its row locked until the end of the transaction. */
    public Optional<Evaluation> locked(String code) {
        return row(code).map(EvaluationEntity::toEvaluation);
    }

    /** What was opened: station, agreement, window and policy. */
    public EvaluationFile file(String code) {
        return documents
                .find(code, OPENING, EvaluationFile.class)
                .orElseThrow(() -> new IllegalStateException("evaluation " + code + " was never opened"))
                .content();
    }

    public List<Seat> seats(String code) {
        return entities
                .createQuery("from PanelMemberEntity where evaluation = :code", PanelMemberEntity.class)
                .setParameter("code", code)
                .getResultList()
                .stream()
                .map(PanelMemberEntity::toSeat)
                .toList();
    }

    /** Takes note of a result, of the panel that gave it and of who was recused; an older one changes nothing. */
    public void determined(String code, int resultVersion, List<Seat> panel, List<String> recused) {
        EvaluationEntity evaluation = row(code).orElseThrow();
        if (evaluation.resultVersion != null && evaluation.resultVersion > resultVersion) {
            return;
        }
        evaluation.resultVersion = resultVersion;
        evaluation.recused = recused;
        entities.createQuery("delete from PanelMemberEntity where evaluation = :code")
                .setParameter("code", code)
                .executeUpdate();
        panel.stream().distinct().forEach(seat -> entities.persist(PanelMemberEntity.of(code, seat)));
    }

    /** From now on nothing more is said of the draft. */
    public void concludeFeedback(String code, Instant now) {
        row(code).orElseThrow().feedbackConcludedAt = now;
    }

    void opened(EvaluationFile file) {
        if (row(file.code()).isEmpty()) {
            rows.persistAndFlush(EvaluationEntity.of(file.code(), file.district(), file.station()));
        }
        documents.put(file.code(), OPENING, file);
    }

    Optional<EvaluationEntity> row(String code) {
        return rows.findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE);
    }
}
