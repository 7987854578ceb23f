package cn.mingjian.report.claim;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum ClaimProblem implements ProblemType {
    CLAIM_SOURCE_MISSING(Kind.INVALID, "没有写明出处"),
    CLAIM_SUBJECT_UNKNOWN(Kind.INVALID, "没有这个数据项"),
    CLAIM_VALUE_MALFORMED(Kind.INVALID, "数值不是普通数字"),
    CLAIMS_NOT_FOUND(Kind.NOT_FOUND, "尚未登记文中数据"),
    CLAIMS_CLOSED(Kind.CONFLICT, "评估已办结，文中数据不可更改");

    private final Kind kind;
    private final String title;

    ClaimProblem(Kind kind, String title) {
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
