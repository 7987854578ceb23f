package cn.mingjian.indicator.evaluation;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** Refusals about evaluations. */
public enum EvaluationProblem implements ProblemType {
    EVALUATION_UNKNOWN(Kind.NOT_FOUND, "没有这次评估"),
    EVIDENCE_FROZEN(Kind.CONFLICT, "数据已冻结，不能再修改");

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
