package cn.mingjian.district.notification;

/** What notifications are about; each may be kept out of somebody's mail. */
public enum NotificationKind {
    EVALUATION_OPENED("评估开启"),
    INVITED("评估邀请"),
    ON_PANEL("列入评估团队"),
    RECUSAL_REQUESTED("回避申请"),
    RECUSAL_DECIDED("回避裁定"),
    EVALUATOR_REPLACED("撤换评委"),
    NOTICE_ISSUED("评估通知"),
    SCORING_OPEN("开始评分"),
    DEADLINE_SET("评分截止时间"),
    DEADLINE_NEAR("评分即将截止"),
    DEADLINE_MISSED("到期未提交"),
    ALL_SUBMITTED("四方提交完毕"),
    DRAFT_PUBLISHED("报告初稿"),
    OBJECTION_RAISED("收到异议"),
    OBJECTION_DECIDED("异议裁定"),
    PARTY_REOPENED("本方须重新提交"),
    SHEETS_REOPENED("重新开放评分"),
    VETO_RAISED("一票否决"),
    VETO_DECIDED("一票否决裁定"),
    CLOSED("评估办结"),
    CANCELLED("评估取消"),
    REPORT_ISSUED("报告签发"),
    APPEAL_LODGED("收到申诉"),
    APPEAL_DECIDED("申诉裁定");

    private final String title;

    NotificationKind(String title) {
        this.title = title;
    }

    /** As it stands in a list and in a mail's subject. */
    public String title() {
        return title;
    }
}
