package cn.mingjian.staffing.evidence;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

enum EvidenceProblem implements ProblemType {
    EVIDENCE_FROZEN(Kind.CONFLICT, "数据已冻结，不能再修改"),
    EVIDENCE_NOT_FOUND(Kind.NOT_FOUND, "尚未提交该项数据"),
    FIELD_MISSING(Kind.INVALID, "缺少必填内容"),
    VALUE_MALFORMED(Kind.INVALID, "填写的值不符合格式"),
    CODE_UNKNOWN(Kind.INVALID, "代码不在可选范围内"),
    ENTRY_REPEATED(Kind.INVALID, "同一条目重复填写"),
    LEFT_BEFORE_JOINED(Kind.INVALID, "离职日期早于入职日期"),
    MONTH_OUTSIDE_WINDOW(Kind.INVALID, "月份不在证据期间内"),
    WORKER_UNKNOWN(Kind.INVALID, "花名册中没有该工号"),
    WORKER_HAS_ATTENDANCE(Kind.INVALID, "到岗记录仍引用该工号");

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
