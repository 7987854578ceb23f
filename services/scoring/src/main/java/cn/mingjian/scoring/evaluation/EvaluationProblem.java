package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
public enum EvaluationProblem implements ProblemType {
    EVALUATION_NOT_FOUND(Kind.NOT_FOUND, "没有这次评估"),
    EVALUATION_CODE_TAKEN(Kind.CONFLICT, "评估编码已被使用"),
    EVALUATION_DIFFERS(Kind.CONFLICT, "评估已开启，内容不可更改"),
    STATION_UNKNOWN(Kind.CONFLICT, "站点尚未登记"),
    AGREEMENT_UNKNOWN(Kind.CONFLICT, "服务协议尚未登记"),
    AGREEMENT_NOT_FOUND(Kind.NOT_FOUND, "没有这份服务协议"),
    WINDOW_NOT_WHOLE_MONTHS(Kind.INVALID, "评估时段须为整月"),
    PARTY_UNKNOWN(Kind.NOT_FOUND, "没有这一评估方"),
    PARTY_MISSING(Kind.INVALID, "评估口径缺少评估方"),
    WEIGHTS_NOT_HUNDRED(Kind.INVALID, "各方权重之和须为 100"),
    NO_GRADE_FROM_ZERO(Kind.INVALID, "没有从 0 分起的等级"),
    EVALUATOR_NOT_FOUND(Kind.NOT_FOUND, "评估团队中没有这名评委"),
    PHASE_OVER(Kind.CONFLICT, "当前阶段不能进行此操作"),
    NOT_ON_PANEL(Kind.FORBIDDEN, "不是本次评估的相应评委"),
    RECUSED(Kind.FORBIDDEN, "已回避，不再参与本次评估"),
    LEAD_ONLY(Kind.FORBIDDEN, "只有组长可以进行此操作"),
    INVOLVED(Kind.FORBIDDEN, "评估团队成员不得以民政局身份办理本次评估的这类事项"),
    NOT_DISCLOSED(Kind.FORBIDDEN, "四方全部提交之前不公开评分与意见");

    private final Kind kind;
    private final String title;

    EvaluationProblem(Kind kind, String title) {
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
