package cn.mingjian.staffing.evidence;

import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.staffing.evaluation.Evaluation;
import cn.mingjian.staffing.evaluation.Evaluations;
import cn.mingjian.staffing.evaluation.InputsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes and gives back what the operator enters. */
@ApplicationScoped
class EvidenceService {

    private final Evaluations evaluations;
    private final Documents documents;
    private final Evidence evidence;
    private final Event<InputsChanged> changes;

    EvidenceService(Evaluations evaluations, Documents documents, Evidence evidence, Event<InputsChanged> changes) {
        this.evaluations = evaluations;
        this.documents = documents;
        this.evidence = evidence;
        this.changes = changes;
    }

    @Transactional
    Stored<Roster> putRoster(String code, Roster roster, Precondition precondition) {
        return put(
                code,
                Evidence.ROSTER,
                roster,
                precondition,
                () -> evidence.roster(code),
                evaluation -> EvidenceCheck.of(
                        roster,
                        evaluation.agreement().areas(),
                        evidence.attendance(code).map(Stored::content)));
    }

    @Transactional
    Stored<Attendance> putAttendance(String code, Attendance attendance, Precondition precondition) {
        return put(
                code,
                Evidence.ATTENDANCE,
                attendance,
                precondition,
                () -> evidence.attendance(code),
                evaluation -> EvidenceCheck.of(
                        attendance, evaluation.window(), evidence.roster(code).map(Stored::content)));
    }

    @Transactional
    Stored<Training> putTraining(String code, Training training, Precondition precondition) {
        return put(
                code,
                Evidence.TRAINING,
                training,
                precondition,
                () -> evidence.training(code),
                evaluation -> EvidenceCheck.of(training));
    }

    @Transactional
    Stored<Roster> roster(String code) {
        return found(code, evidence.roster(code));
    }

    @Transactional
    Stored<Attendance> attendance(String code) {
        return found(code, evidence.attendance(code));
    }

    @Transactional
    Stored<Training> training(String code) {
        return found(code, evidence.training(code));
    }

    private <T> Stored<T> put(
            String code,
            String kind,
            T content,
            Precondition precondition,
            Supplier<Optional<Stored<T>>> latest,
            Function<Evaluation, Refusals> check) {
        Evaluation evaluation = evaluations.lock(code);
        if (evaluation.isFrozen()) {
            return latest.get()
                    .filter(stored -> stored.content().equals(content))
                    .orElseThrow(() -> EvidenceProblem.EVIDENCE_FROZEN.because("评估 %s 的数据已冻结", code));
        }
        check.apply(evaluation).throwIfAny();
        Stored<T> stored = documents.put(code, kind, content, precondition);
        if (stored.isNew()) {
            changes.fire(new InputsChanged(evaluation));
        }
        return stored;
    }

    private <T> Stored<T> found(String code, Optional<Stored<T>> latest) {
        return latest.orElseThrow(() -> EvidenceProblem.EVIDENCE_NOT_FOUND.because("评估 %s 尚未提交该项数据", code));
    }
}
