package cn.mingjian.scoring.round;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum RoundProblem implements ProblemType {
    EVIDENCE_OUTDATED(Kind.CONFLICT, "数据已有更新的版本"),
    EVIDENCE_UNKNOWN(Kind.CONFLICT, "尚未收到该版本的数据"),
    EVIDENCE_FROZEN(Kind.CONFLICT, "数据已冻结"),
    SNAPSHOT_NOT_FOUND(Kind.NOT_FOUND, "数据尚未冻结"),
    RUBRIC_MISSING(Kind.CONFLICT, "尚无评估指标体系"),
    LEAD_MISSING(Kind.CONFLICT, "评估方没有组长"),
    LEAD_NOT_UNIQUE(Kind.CONFLICT, "评估方有多名组长"),
    RECUSAL_UNDECIDED(Kind.CONFLICT, "回避申请尚未裁定"),
    SHEETS_OPEN(Kind.CONFLICT, "尚有评委未提交评分表"),
    PARTY_WITHOUT_SCORE(Kind.CONFLICT, "评估方没有有效评分"),
    OBJECTIONS_OPEN(Kind.CONFLICT, "尚有异议未裁定"),
    OBJECTIONS_DIFFER(Kind.CONFLICT, "已裁定的异议数不一致"),
    VETO_OPEN(Kind.CONFLICT, "尚有一票否决未裁定"),
    ROUND_CANCELLED(Kind.CONFLICT, "评估已取消");

    private final Kind kind;
    private final String title;

    RoundProblem(Kind kind, String title) {
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
