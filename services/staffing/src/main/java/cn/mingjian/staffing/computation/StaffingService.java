package cn.mingjian.staffing.computation;

import cn.mingjian.platform.document.Stored;
import cn.mingjian.staffing.evaluation.Evaluation;
import cn.mingjian.staffing.evaluation.EvaluationAccess;
import cn.mingjian.staffing.evaluation.Evaluations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalInt;

/** Shows computed versions to those who may see them: panel and report service see the frozen one only. */
@ApplicationScoped
class StaffingService {

    private final Evaluations evaluations;
    private final EvaluationAccess access;
    private final Computation computation;

    StaffingService(Evaluations evaluations, EvaluationAccess access, Computation computation) {
        this.evaluations = evaluations;
        this.access = access;
        this.computation = computation;
    }

    /** The frozen version once there is one, the latest before. */
    @Transactional
    Stored<StaffingDocument> current(String code) {
        return seen(code, OptionalInt.empty());
    }

    @Transactional
    Stored<StaffingDocument> version(String code, int version) {
        return seen(code, OptionalInt.of(version));
    }

    @Transactional
    Explanation explain(String code, String id, OptionalInt version) {
        Stored<StaffingDocument> seen = seen(code, version);
        StaffingDocument.Inputs inputs = seen.content().inputs();
        Figure figure = Figure.of(id, inputs.policy().retention())
                .orElseThrow(() -> ComputationProblem.FIGURE_NOT_FOUND.because("没有编号为 %s 的数据", id));
        return Explanation.of(figure, computation.figures(seen), seen.version(), inputs);
    }

    private Stored<StaffingDocument> seen(String code, OptionalInt asked) {
        Evaluation evaluation = evaluations.require(code);
        OptionalInt frozen = evaluation.frozenVersion();
        boolean hidden = !access.readsOpenFigures(evaluation)
                && (frozen.isEmpty() || (asked.isPresent() && !asked.equals(frozen)));
        return Optional.of(asked.isPresent() ? asked : frozen)
                .filter(version -> !hidden)
                .flatMap(version ->
                        version.isPresent() ? computation.version(code, version.getAsInt()) : computation.latest(code))
                .orElseThrow(() -> ComputationProblem.STAFFING_NOT_FOUND.because("评估 %s 没有可查看的队伍数据", code));
    }
}
