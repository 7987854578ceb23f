package cn.mingjian.staffing.computation;

import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.staffing.evaluation.Evaluation;
import cn.mingjian.staffing.evaluation.InputsChanged;
import cn.mingjian.staffing.evidence.Attendance;
import cn.mingjian.staffing.evidence.Evidence;
import cn.mingjian.staffing.evidence.Roster;
import cn.mingjian.staffing.figure.StaffingFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Computes a new version in the transaction of each change, and finds versions again. */
@ApplicationScoped
class Computation {

    private static final String KIND = "staffing";

    private final Evidence evidence;
    private final Documents documents;
    private final Outbox outbox;

    Computation(Evidence evidence, Documents documents, Outbox outbox) {
        this.evidence = evidence;
        this.documents = documents;
        this.outbox = outbox;
    }

    void onInputsChanged(@Observes InputsChanged change) {
        Evaluation evaluation = change.evaluation();
        Optional<Stored<Roster>> roster = evidence.roster(evaluation.code());
        Optional<Stored<Attendance>> attendance = evidence.attendance(evaluation.code());
        if (!evaluation.isFrozen() && roster.isPresent() && attendance.isPresent()) {
            append(evaluation, compute(evaluation, roster.get(), attendance.get()));
        }
    }

    Optional<Stored<StaffingDocument>> latest(String evaluation) {
        return documents.find(evaluation, KIND, StaffingDocument.class);
    }

    Optional<Stored<StaffingDocument>> version(String evaluation, int version) {
        return documents.find(evaluation, KIND, version, StaffingDocument.class);
    }

    /** The exact figures of a version, computed again from the inputs it cites. */
    StaffingFigures figures(Stored<StaffingDocument> version) {
        StaffingDocument.Inputs inputs = version.content().inputs();
        return StaffingPrint.figures(
                evidence.roster(version.owner(), inputs.rosterVersion())
                        .orElseThrow()
                        .content(),
                evidence.attendance(version.owner(), inputs.attendanceVersion())
                        .orElseThrow()
                        .content(),
                inputs);
    }

    private StaffingDocument compute(Evaluation evaluation, Stored<Roster> roster, Stored<Attendance> attendance) {
        var training = evidence.training(evaluation.code());
        return StaffingPrint.of(
                roster.content(),
                attendance.content(),
                training.map(Stored::content),
                new StaffingDocument.Inputs(
                        evaluation.agreement().version(),
                        evaluation.agreement().requiredStaff(),
                        roster.version(),
                        attendance.version(),
                        training.map(Stored::version).orElse(null),
                        StaffingDocument.Window.of(evaluation.window()),
                        StaffingDocument.Policy.of(evaluation.policy())));
    }

    private void append(Evaluation evaluation, StaffingDocument computed) {
        Stored<StaffingDocument> stored = documents.put(evaluation.code(), KIND, computed);
        if (stored.isNew()) {
            outbox.append(
                    StaffingComputed.TOPIC, evaluation.code(), StaffingComputed.TYPE, StaffingComputed.of(stored));
        }
    }
}
