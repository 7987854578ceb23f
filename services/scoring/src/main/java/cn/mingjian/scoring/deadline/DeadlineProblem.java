package cn.mingjian.scoring.deadline;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum DeadlineProblem implements ProblemType {
    DEADLINE_NOT_FOUND(Kind.NOT_FOUND, "尚未设定截止时间"),
    DEADLINE_PASSED(Kind.CONFLICT, "已过截止时间"),
    DEADLINE_NOT_AHEAD(Kind.INVALID, "截止时间须在此刻之后"),
    CHANGE_WITHOUT_REASON(Kind.INVALID, "更改截止时间须说明理由");

    private final Kind kind;
    private final String title;

    DeadlineProblem(Kind kind, String title) {
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
