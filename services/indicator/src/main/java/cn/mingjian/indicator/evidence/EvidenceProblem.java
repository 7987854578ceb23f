package cn.mingjian.indicator.evidence;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** Refusals about what an operator hands in. */
enum EvidenceProblem implements ProblemType {
    NOTHING_DECLARED(Kind.NOT_FOUND, "尚未申报"),
    FIELD_MISSING(Kind.INVALID, "缺少必填内容"),
    INDICATOR_UNKNOWN(Kind.INVALID, "协议中没有这项指标"),
    INDICATOR_NOT_DECLARABLE(Kind.INVALID, "比率指标由系统计算，不申报"),
    AREA_UNKNOWN(Kind.INVALID, "协议中没有这个片区"),
    DECLARED_TWICE(Kind.INVALID, "同一指标和片区重复申报"),
    NOT_A_FIGURE(Kind.INVALID, "不是有效的数字");

    private final Kind kind;
    private final String title;

    EvidenceProblem(Kind kind, String title) {
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
