package cn.mingjian.report.feedback;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum FeedbackProblem implements ProblemType {
    FEEDBACK_SOURCE_UNKNOWN(Kind.NOT_FOUND, "没有这类反馈"),
    FEEDBACK_NOT_FOUND(Kind.NOT_FOUND, "没有这条反馈"),
    FEEDBACK_RECORDED(Kind.CONFLICT, "该条反馈已登记，内容不可更改"),
    FEEDBACK_INCOMPLETE(Kind.INVALID, "反馈内容不完整"),
    NOT_AN_OBJECTION(Kind.CONFLICT, "该条反馈不是异议"),
    OBJECTION_DECIDED(Kind.CONFLICT, "该异议已有裁定"),
    OBJECTIONS_OPEN(Kind.CONFLICT, "尚有异议未裁定"),
    FEEDBACK_CONCLUDED(Kind.CONFLICT, "征求意见已截止");

    private final Kind kind;
    private final String title;

    FeedbackProblem(Kind kind, String title) {
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
