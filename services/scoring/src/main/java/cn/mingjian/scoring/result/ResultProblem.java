package cn.mingjian.scoring.result;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum ResultProblem implements ProblemType {
    RESULT_VERSION_NOT_FOUND(Kind.NOT_FOUND, "没有这一版评估结果"),
    PARTY_LEFT_WITHOUT_SCORE(Kind.CONFLICT, "评估方没有有效评分"),
    FIGURE_NOT_FOUND(Kind.NOT_FOUND, "没有这个数据"),
    VETO_NOT_FOUND(Kind.NOT_FOUND, "没有这项一票否决"),
    VETO_DIFFERS(Kind.CONFLICT, "该编号的一票否决已登记且内容不同"),
    VETO_OUT_OF_ORDER(Kind.CONFLICT, "一票否决的编号不连续"),
    VETO_NOT_HEARD(Kind.CONFLICT, "尚未听取承办方陈述"),
    VETO_HEARD(Kind.CONFLICT, "该项一票否决已听取承办方陈述"),
    VETO_DECIDED(Kind.CONFLICT, "该项一票否决已裁定");

    private final Kind kind;
    private final String title;

    ResultProblem(Kind kind, String title) {
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
