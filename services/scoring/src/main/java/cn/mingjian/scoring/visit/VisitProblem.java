package cn.mingjian.scoring.visit;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum VisitProblem implements ProblemType {
    NOTHING_RECORDED(Kind.NOT_FOUND, "尚无内容"),
    SAMPLE_NOT_FOUND(Kind.NOT_FOUND, "没有这次抽样"),
    SAMPLE_DRAWN(Kind.CONFLICT, "样本已抽取，不能更改"),
    SAMPLE_TOO_LARGE(Kind.INVALID, "样本多于总体"),
    FILE_NOT_IN_SAMPLE(Kind.INVALID, "该档案不在样本中"),
    NUMBER_OUT_OF_ORDER(Kind.CONFLICT, "编号不连续"),
    EVALUATOR_UNKNOWN(Kind.INVALID, "评估团队中没有这名评委");

    private final Kind kind;
    private final String title;

    VisitProblem(Kind kind, String title) {
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
