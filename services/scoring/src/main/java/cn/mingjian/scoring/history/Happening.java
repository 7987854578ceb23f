package cn.mingjian.scoring.history;

import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.score.Party;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/** The kinds of things that happen in a round, each with whose office it is and how it is told. */
enum Happening {
    OPENED("区民政局", row -> "开启评估"),
    PHASE("区民政局", Happening::entered),
    SCORING("区民政局", row -> entered(row) + "，冻结" + row.words()),
    FEEDBACK("平台", Happening::entered),
    CANCELLED("区民政局", row -> "取消评估：" + row.words()),
    RUBRIC("区民政局", row -> "登记评估指标体系第 %s 版".formatted(row.subject())),
    PANEL("区民政局", row -> "公布评估团队第 %s 版".formatted(row.subject())),
    SATISFACTION("第三方", row -> "登记满意度调查第 %s 版".formatted(row.subject())),
    REMEDIATION("承办方", row -> "登记整改情况第 %s 版".formatted(row.subject())),
    NOTICE("第三方", row -> "发出评估通知第 %s 版".formatted(row.subject())),
    SELFASSESSMENT("承办方", row -> "提交自评第 %s 版".formatted(row.subject())),
    VISITPLAN("第三方", row -> "登记走访安排第 %s 版".formatted(row.subject())),
    SITECHECK("评估方", row -> "登记一处现场检查（第 %s 版）".formatted(row.subject())),
    SAMPLE("评估方", row -> "抽取一份档案样本"),
    INTERVIEW("评估方", row -> "登记一次访谈（第 %s 版）".formatted(row.subject())),
    FOLLOWUP("承办方", row -> "说明整改（第 %s 版）".formatted(row.subject())),
    VERIFICATION("区民政局", row -> "核实整改（第 %s 版）".formatted(row.subject())),
    ATTACHED("提供方", row -> "上传附件《%s》".formatted(row.words())),
    FINDINGS("评估方", row -> "填写评估发现第 %s 版".formatted(row.subject())),
    RESULT("平台", row -> "产生评估结果第 %s 版：%s".formatted(row.subject(), row.words())),
    PLEDGED("评委", row -> "签署廉洁责任承诺书第 %s 版（%s）".formatted(row.words(), day(row))),
    DEADLINE(
            "区民政局", row -> "设定%s的截止时间：%s".formatted(Party.valueOf(row.subject()).title(), row.words())),
    DEADLINE_MISSED("平台", row -> Party.valueOf(row.subject()).title() + "到期未提交"),
    RECUSAL_REQUESTED("评委", row -> "申请回避：" + row.words()),
    OPERATOR_ASKED_RECUSAL("承办方", row -> "申请%s回避：%s".formatted(row.subject(), row.words())),
    RECUSAL_UPHELD("区民政局", row -> "同意%s回避：%s".formatted(row.subject(), row.words())),
    REPLACED("区民政局", row -> "撤换%s：%s".formatted(row.subject(), row.words())),
    OPERATORS_RECUSAL_UPHELD("区民政局", row -> "同意%s回避：%s".formatted(row.subject(), row.words())),
    OPERATORS_RECUSAL_REFUSED("区民政局", row -> "不同意%s回避：%s".formatted(row.subject(), row.words())),
    RECUSAL_REFUSED("区民政局", row -> "不同意%s回避：%s".formatted(row.subject(), row.words())),
    SHEET_SUBMITTED("评委", row -> "提交评分表"),
    PAPER_ENTERED("评委", row -> "登记纸质评分表（%s签署）".formatted(day(row))),
    PAPER_CONFIRMED("评委", row -> "核对并提交%s的纸质评分表（%s签署）".formatted(row.words(), day(row))),
    INVITED("区民政局", row -> "邀请%s代表%s评估"
            .formatted(row.words(), Party.valueOf(row.subject()).title())),
    INVITATION_ACCEPTED("平台", row -> row.subject() + "接受邀请"),
    INVITATION_DECLINED("平台", row -> "%s谢绝邀请：%s".formatted(row.subject(), row.words())),
    QUESTIONNAIRE("第三方", row -> "发放满意度问卷：" + row.words()),
    QUESTIONNAIRE_CLOSED("第三方", row -> "截止满意度问卷：" + row.words()),
    QUESTIONNAIRE_FROZEN("平台", row -> "数据冻结，满意度问卷随之截止：" + row.words()),
    SAMPLECASE("评估方", row -> "登记试评样例（第 %s 版）".formatted(row.subject())),
    SHEET_CORRECTED("评委", row -> "第 %s 次更正：%s".formatted(row.subject(), row.words())),
    PARTY_SUBMITTED(
            "组长", row -> "代表%s提交评分".formatted(Party.valueOf(row.subject()).title())),
    PARTY_REOPENED("区民政局", row -> "%s评委变动，此前的提交不再有效，须重新提交"
            .formatted(Party.valueOf(row.subject()).title())),
    OBJECTED("平台", row -> "收到" + row.words()),
    OBJECTION_UPHELD(
            "区民政局",
            row -> row.subject() == null
                    ? "裁定%s成立".formatted(row.words())
                    : "裁定%s成立，由%s更正评分"
                            .formatted(row.words(), Party.valueOf(row.subject()).title())),
    OBJECTION_REFUSED("区民政局", row -> "裁定%s不成立".formatted(row.words())),
    AMENDED("评委", row -> "第 %s 次更正评分：%s".formatted(row.subject(), row.words())),
    VETO_FOUND("平台", row -> "评分表所记的问题成为第 %s 项一票否决：%s".formatted(row.subject(), row.words())),
    VETO_RAISED("区民政局", row -> "登记第 %s 项一票否决：%s".formatted(row.subject(), row.words())),
    VETO_HEARD("区民政局", row -> "就第 %s 项一票否决听取承办方陈述：%s".formatted(row.subject(), row.words())),
    VETO_UPHELD("区民政局", row -> "裁定第 %s 项一票否决成立：%s".formatted(row.subject(), row.words())),
    VETO_REFUSED("区民政局", row -> "裁定第 %s 项一票否决不成立：%s".formatted(row.subject(), row.words())),
    APPEALED("承办方", row -> "提出第 %s 项申诉：%s".formatted(row.subject(), row.words())),
    APPEAL_UPHELD("区民政局", row -> "裁定第 %s 项申诉成立：%s".formatted(row.subject(), row.words())),
    APPEAL_REFUSED("区民政局", row -> "裁定第 %s 项申诉不成立：%s".formatted(row.subject(), row.words()));

    /**
     * What is known of one.
     *
     * @param label the acting account's on the panel, null when it has no seat
     * @param party of that seat
     * @param subject a number, a date or a name, as the kind needs it
     * @param words somebody's own, null where there are none
     */
    record Row(String label, Party party, String subject, String words) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final String office;
    private final Function<Row, String> sentence;

    Happening(String office, Function<Row, String> sentence) {
        this.office = office;
        this.sentence = sentence;
    }

    String told(Row row) {
        return sentence.apply(row);
    }

    private static String entered(Row row) {
        return "评估进入“%s”阶段".formatted(Phase.Name.valueOf(row.subject()).title());
    }

    /** 2024年6月20日: the day that is the subject. */
    private static String day(Row row) {
        return LocalDate.parse(row.subject()).format(DAY);
    }

    /** Results are computed, FEEDBACK follows from the fourth submission, and the other phases are the office's to enter. */
    String who(Row row) {
        return row.label() == null || this == RESULT || this == PHASE || this == SCORING || this == FEEDBACK
                ? office
                : row.label() + "（" + row.party().title() + "）";
    }
}
