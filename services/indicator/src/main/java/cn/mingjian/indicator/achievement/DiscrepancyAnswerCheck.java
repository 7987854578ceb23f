package cn.mingjian.indicator.achievement;

import cn.mingjian.indicator.achievement.AchievementDocument.DiscrepancyRow;
import cn.mingjian.indicator.achievement.DiscrepancyAnswers.DiscrepancyAnswer;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.rules.form.Form;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds answers against the discrepancies there are now: each is to one of them as it stands, and says something. */
final class DiscrepancyAnswerCheck {

    private final List<DiscrepancyRow> open;
    private final Set<DiscrepancyRow> answered = new HashSet<>();
    private final Refusals refusals = new Refusals();

    private DiscrepancyAnswerCheck(List<DiscrepancyRow> open) {
        this.open = open;
    }

    /** Ends the request with every problem of the answers, if there is any. */
    static void accept(DiscrepancyAnswers given, List<DiscrepancyRow> open) {
        var check = new DiscrepancyAnswerCheck(open);
        List<DiscrepancyAnswer> answers = given.answers();
        if (answers == null) {
            check.wrong("/answers", "必须填写");
        } else {
            for (var i = 0; i < answers.size(); i++) {
                check.check(answers.get(i), "/answers/" + i);
            }
        }
        check.refusals.throwIfAny();
    }

    private void check(@Nullable DiscrepancyAnswer answer, String at) {
        var found = open.stream().filter(row -> isTo(row, answer)).findFirst();
        if (answer == null || found.isEmpty()) {
            refusals.add(AchievementProblem.DISCREPANCY_UNKNOWN, at, "没有这处数据不一致，或者数值已经变化");
        } else if (!answered.add(found.get())) {
            wrong(at, "已在前面说明");
        } else if (answer.text() == null || answer.text().isBlank()) {
            wrong(at + "/text", "必须填写");
        } else {
            Form.TEXT.fault(answer.text()).ifPresent(fault -> wrong(at + "/text", fault));
        }
    }

    private static boolean isTo(DiscrepancyRow row, @Nullable DiscrepancyAnswer answer) {
        return answer != null
                && row.rule().equals(answer.rule())
                && row.subject().equals(answer.subject())
                && row.left().equals(answer.left())
                && row.right().equals(answer.right());
    }

    private void wrong(String at, String detail) {
        refusals.add(CommonProblem.INVALID_FIELD, at, detail);
    }
}
