package cn.mingjian.indicator.evidence;

import cn.mingjian.indicator.agreement.Agreements;
import cn.mingjian.indicator.catalogue.Catalogue;
import cn.mingjian.indicator.evaluation.Evaluation;
import cn.mingjian.indicator.evaluation.EvaluationProblem;
import cn.mingjian.indicator.evaluation.Evaluations;
import cn.mingjian.indicator.evaluation.EvidenceChanged;
import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Function;

/** Takes an operator's evidence; each change makes the evaluation's achievement anew in the same transaction. */
@ApplicationScoped
class EvidenceService {
    private final Evaluations evaluations;
    private final Agreements agreements;
    private final Evidence evidence;
    private final Documents documents;
    private final Event<EvidenceChanged> changed;

    EvidenceService(
            Evaluations evaluations,
            Agreements agreements,
            Evidence evidence,
            Documents documents,
            Event<EvidenceChanged> changed) {
        this.evaluations = evaluations;
        this.agreements = agreements;
        this.evidence = evidence;
        this.documents = documents;
        this.changed = changed;
    }

    @Transactional
    Stored<DeclaredDocument> declare(String code, DeclaredDocument document, Precondition precondition) {
        var evaluation = evaluations.lock(code);
        new EvidenceCheck(catalogue(evaluation)).accept(document);
        return take(evaluation, DeclaredDocument.KIND, document, evidence::declared, precondition);
    }

    @Transactional
    Stored<ResourcesDocument> listResources(String code, ResourcesDocument document, Precondition precondition) {
        var evaluation = evaluations.lock(code);
        new EvidenceCheck(catalogue(evaluation)).accept(document);
        return take(evaluation, ResourcesDocument.KIND, document, evidence::resources, precondition);
    }

    private <T> Stored<T> take(
            Evaluation evaluation,
            String kind,
            T document,
            Function<Evaluation, Optional<Stored<T>>> current,
            Precondition precondition) {
        if (evaluation.isFrozen()) {
            return current.apply(evaluation)
                    .filter(frozen -> frozen.content().equals(document))
                    .orElseThrow(() -> EvaluationProblem.EVIDENCE_FROZEN.because("评估 %s 的数据已冻结", evaluation.code()));
        }
        var stored = documents.put(evaluation.code(), kind, document, precondition);
        if (stored.isNew()) {
            changed.fire(new EvidenceChanged(evaluation));
        }
        return stored;
    }

    private Catalogue catalogue(Evaluation evaluation) {
        return agreements
                .catalogue(evaluation.station().path(), evaluation.agreement(), evaluation.agreementVersion())
                .orElseThrow();
    }
}
