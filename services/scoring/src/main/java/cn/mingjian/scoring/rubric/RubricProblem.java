package cn.mingjian.scoring.rubric;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum RubricProblem implements ProblemType {
    RUBRIC_NOT_FOUND(Kind.NOT_FOUND, "尚无评估指标体系"),
    RUBRIC_DIFFERS(Kind.CONFLICT, "同一编码和版本的评估指标体系内容不同"),
    PARTY_WITHOUT_ITEMS(Kind.INVALID, "评估方没有评分项"),
    CODE_REPEATED(Kind.INVALID, "编码重复"),
    MAXIMUM_NOT_POSITIVE(Kind.INVALID, "满分须大于 0"),
    STEP_NOT_POSITIVE(Kind.INVALID, "评分步长须大于 0"),
    TOO_DEEP(Kind.INVALID, "评估指标层级过深"),
    BASIS_UNKNOWN(Kind.INVALID, "未知的评分依据");

    private final Kind kind;
    private final String title;

    RubricProblem(Kind kind, String title) {
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
