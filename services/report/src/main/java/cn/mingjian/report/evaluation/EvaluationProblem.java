package cn.mingjian.report.evaluation;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
public enum EvaluationProblem implements ProblemType {
    EVALUATION_NOT_FOUND(Kind.NOT_FOUND, "没有这次评估"),
    PHASE_OVER(Kind.CONFLICT, "当前阶段不能进行此操作"),
    NOT_ON_PANEL(Kind.FORBIDDEN, "不是本次评估的相应评委"),
    LEAD_ONLY(Kind.FORBIDDEN, "只有组长可以进行此操作"),
    INVOLVED(Kind.FORBIDDEN, "评估团队成员不得裁定本次评估的事项"),
    NOT_DISCLOSED(Kind.NOT_FOUND, "报告尚未向该账号公开");

    private final Kind kind;
    private final String title;

    EvaluationProblem(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
