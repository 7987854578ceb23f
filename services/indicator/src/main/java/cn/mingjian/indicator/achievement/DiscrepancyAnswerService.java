package cn.mingjian.indicator.achievement;

import cn.mingjian.indicator.evaluation.Evaluation;
import cn.mingjian.indicator.evaluation.EvaluationProblem;
import cn.mingjian.indicator.evaluation.Evaluations;
import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Takes the operator's answers to discrepancies until the evidence is frozen; the last ones are frozen with it. */
@ApplicationScoped
class DiscrepancyAnswerService {
    private final Evaluations evaluations;
    private final AchievementService achievements;
    private final Documents documents;

    DiscrepancyAnswerService(Evaluations evaluations, AchievementService achievements, Documents documents) {
        this.evaluations = evaluations;
        this.achievements = achievements;
        this.documents = documents;
    }

    /** What counts: the latest before the freeze, and it stays so. */
    Optional<Stored<DiscrepancyAnswers>> current(Evaluation evaluation) {
        return documents.find(evaluation.code(), DiscrepancyAnswers.KIND, DiscrepancyAnswers.class);
    }

    @Transactional
    Stored<DiscrepancyAnswers> answer(String code, DiscrepancyAnswers given, Precondition precondition) {
        var evaluation = evaluations.lock(code);
        if (evaluation.isFrozen()) {
            return current(evaluation)
                    .filter(frozen -> frozen.content().equals(given))
                    .orElseThrow(() -> EvaluationProblem.EVIDENCE_FROZEN.because("评估 %s 的数据已冻结", code));
        }
        var open = achievements
                .current(evaluation)
                .map(found -> found.content().discrepancies())
                .orElse(List.of());
        DiscrepancyAnswerCheck.accept(given, open);
        return documents.put(code, DiscrepancyAnswers.KIND, given, precondition);
    }
}
