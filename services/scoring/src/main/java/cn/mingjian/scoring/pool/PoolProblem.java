package cn.mingjian.scoring.pool;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum PoolProblem implements ProblemType {
    NOT_IN_POOL(Kind.INVALID, "评委库中没有可邀请的这名评委"),
    NAME_TAKEN(Kind.INVALID, "名称已属于另一机构"),
    INVITED(Kind.CONFLICT, "已发出邀请"),
    INVITATION_ANSWERED(Kind.CONFLICT, "邀请已答复"),
    INVITATION_NOT_FOUND(Kind.NOT_FOUND, "没有这份邀请");

    private final Kind kind;
    private final String title;

    PoolProblem(Kind kind, String title) {
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
