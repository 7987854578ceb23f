package cn.mingjian.scoring.panel;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum PanelProblem implements ProblemType {
    PANEL_NOT_FOUND(Kind.NOT_FOUND, "尚未组成评估团队"),
    DEACTIVATED(Kind.INVALID, "评委已停用"),
    HAS_DECIDED(Kind.INVALID, "作过裁定的账号不能参加评估团队"),
    LEAD_MISSING(Kind.INVALID, "评估方没有组长"),
    MEMBER_BOUND(Kind.CONFLICT, "已签署承诺书或已申请回避的评委不能移除或换人"),
    PARTY_SUBMITTED(Kind.CONFLICT, "该方已提交，不能再变动"),
    PLEDGE_TEXT_OUTDATED(Kind.CONFLICT, "承诺书已有新版"),
    PLEDGE_SIGNED(Kind.CONFLICT, "承诺书已签署"),
    ON_PANEL_NO_MORE(Kind.CONFLICT, "评委已不再参评"),
    RECUSAL_REQUESTED(Kind.CONFLICT, "已申请过回避"),
    RECUSAL_AMBIGUOUS(Kind.CONFLICT, "未写明裁定哪一次回避申请"),
    RECUSAL_NOT_FOUND(Kind.NOT_FOUND, "没有待裁定的回避申请"),
    RECUSAL_DECIDED(Kind.CONFLICT, "回避申请已裁定");

    private final Kind kind;
    private final String title;

    PanelProblem(Kind kind, String title) {
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
