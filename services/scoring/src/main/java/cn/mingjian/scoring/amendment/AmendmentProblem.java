package cn.mingjian.scoring.amendment;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum AmendmentProblem implements ProblemType {
    AMENDMENT_DIFFERS(Kind.CONFLICT, "该编号的更正已登记且内容不同"),
    AMENDMENT_OUT_OF_ORDER(Kind.CONFLICT, "更正的编号不连续"),
    OBJECTION_NOT_UPHELD(Kind.CONFLICT, "没有相应的成立异议"),
    OBJECTION_OF_ANOTHER_PARTY(Kind.CONFLICT, "该异议已由另一方更正"),
    SHEET_NOT_SUBMITTED(Kind.CONFLICT, "评分表尚未提交"),
    NOTHING_CHANGED(Kind.INVALID, "与现有评分相同");

    private final Kind kind;
    private final String title;

    AmendmentProblem(Kind kind, String title) {
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
