package cn.mingjian.scoring.sheet;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum ScoreSheetProblem implements ProblemType {
    SHEET_NOT_FOUND(Kind.NOT_FOUND, "没有这份评分表"),
    SHEET_SUBMITTED(Kind.CONFLICT, "评分表已提交，不能更改"),
    SHEET_CHANGED(Kind.PRECONDITION_FAILED, "评分表已被更新"),
    SHEET_ON_PAPER(Kind.CONFLICT, "评分表按纸质件登记"),
    SHEET_NOT_ON_PAPER(Kind.CONFLICT, "评分表已在线填写"),
    NOBODY_TO_COMPARE(Kind.CONFLICT, "没有其他账号可以核对"),
    SAME_ACCOUNT(Kind.FORBIDDEN, "须由另一账号核对"),
    COMMENT_MISSING(Kind.INVALID, "低于该分数须写明理由"),
    DEPARTURE_UNEXPLAINED(Kind.INVALID, "与建议分不同须写明理由"),
    EVIDENCE_UNKNOWN(Kind.INVALID, "没有可引用的依据"),
    ITEM_UNKNOWN(Kind.INVALID, "本方评分表没有这一项"),
    ITEM_MISSING(Kind.INVALID, "评分表缺少评分项"),
    SCORE_ABOVE_MAXIMUM(Kind.INVALID, "评分超过该项满分"),
    SCORE_OFF_STEP(Kind.INVALID, "评分不符合评分步长");

    private final Kind kind;
    private final String title;

    ScoreSheetProblem(Kind kind, String title) {
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
