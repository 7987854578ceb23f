package cn.mingjian.indicator.achievement;

import cn.mingjian.indicator.achievement.AchievementDocument.DiscrepancyRow;
import cn.mingjian.indicator.achievement.DiscrepancyAnswers.DiscrepancyAnswer;
import cn.mingjian.indicator.evaluation.Evaluation;
import cn.mingjian.indicator.evaluation.EvaluationProblem;
import cn.mingjian.indicator.evaluation.Evaluations;
import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.rules.form.Form;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    Stored<DiscrepancyAnswers> answer(String code, DiscrepancyAnswers given) {
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
        check(given.answers(), open);
        return documents.put(code, DiscrepancyAnswers.KIND, given);
    }

    private static void check(@Nullable List<DiscrepancyAnswer> answers, List<DiscrepancyRow> open) {
        var refusals = new Refusals();
        if (answers == null) {
            refusals.add(CommonProblem.INVALID_FIELD, "/answers", "必须填写");
            refusals.throwIfAny();
            return;
        }
        Set<DiscrepancyRow> answered = new HashSet<>();
        for (var i = 0; i < answers.size(); i++) {
            check(answers.get(i), "/answers/" + i, open, answered, refusals);
        }
        refusals.throwIfAny();
    }

    private static void check(
            @Nullable DiscrepancyAnswer answer,
            String at,
            List<DiscrepancyRow> open,
            Set<DiscrepancyRow> answered,
            Refusals refusals) {
        var found = open.stream().filter(row -> isTo(row, answer)).findFirst();
        if (answer == null || found.isEmpty()) {
            refusals.add(AchievementProblem.DISCREPANCY_UNKNOWN, at, "没有这处数据不一致，或者数值已经变化");
        } else if (!answered.add(found.get())) {
            refusals.add(CommonProblem.INVALID_FIELD, at, "已在前面说明");
        } else if (answer.text() == null || answer.text().isBlank()) {
            refusals.add(CommonProblem.INVALID_FIELD, at + "/text", "必须填写");
        } else {
            Form.TEXT
                    .fault(answer.text())
                    .ifPresent(fault -> refusals.add(CommonProblem.INVALID_FIELD, at + "/text", fault));
        }
    }

    private static boolean isTo(DiscrepancyRow row, @Nullable DiscrepancyAnswer answer) {
        return answer != null
                && row.rule().equals(answer.rule())
                && row.subject().equals(answer.subject())
                && row.left().equals(answer.left())
                && row.right().equals(answer.right());
    }
}
