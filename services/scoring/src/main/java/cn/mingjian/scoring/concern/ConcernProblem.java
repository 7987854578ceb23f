package cn.mingjian.scoring.concern;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum ConcernProblem implements ProblemType {
    CONCERN_NOT_FOUND(Kind.NOT_FOUND, "没有这项需要关注的问题"),
    NOTHING_TO_VERIFY(Kind.CONFLICT, "承办方尚未报告完成"),
    FOLLOW_UP_OUTDATED(Kind.CONFLICT, "承办方已有更新的说明"),
    ALREADY_ACCEPTED(Kind.CONFLICT, "该项整改已核实");

    private final Kind kind;
    private final String title;

    ConcernProblem(Kind kind, String title) {
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
