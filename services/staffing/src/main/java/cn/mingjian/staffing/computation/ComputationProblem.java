package cn.mingjian.staffing.computation;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

enum ComputationProblem implements ProblemType {
    STAFFING_NOT_FOUND(Kind.NOT_FOUND, "没有这一版队伍数据"),
    FIGURE_NOT_FOUND(Kind.NOT_FOUND, "没有这个指标项");

    private final Kind kind;
    private final String title;

    ComputationProblem(Kind kind, String title) {
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
