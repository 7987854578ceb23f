package cn.mingjian.scoring.appeal;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum AppealProblem implements ProblemType {
    APPEAL_NOT_FOUND(Kind.NOT_FOUND, "没有这项申诉"),
    APPEAL_DIFFERS(Kind.CONFLICT, "该编号的申诉已提出且内容不同"),
    APPEAL_OUT_OF_ORDER(Kind.CONFLICT, "申诉的编号不连续"),
    APPEAL_DECIDED(Kind.CONFLICT, "该项申诉已裁定"),
    REEVALUATION_UNKNOWN(Kind.INVALID, "没有可引用的重新评估"),
    REEVALUATION_OF_REFUSED(Kind.INVALID, "申诉不成立时没有重新评估");

    private final Kind kind;
    private final String title;

    AppealProblem(Kind kind, String title) {
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
