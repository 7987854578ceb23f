package cn.mingjian.staffing.evaluation;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

enum EvaluationProblem implements ProblemType {
    EVALUATION_NOT_FOUND(Kind.NOT_FOUND, "没有这次评估");

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
