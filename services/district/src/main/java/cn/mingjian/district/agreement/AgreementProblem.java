package cn.mingjian.district.agreement;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** Refusals about agreements. */
enum AgreementProblem implements ProblemType {
    AGREEMENT_UNKNOWN(Kind.NOT_FOUND, "没有这份服务协议"),
    STATION_UNKNOWN(Kind.NOT_FOUND, "没有登记这个社工站"),
    AREA_UNKNOWN(Kind.INVALID, "没有这个片区"),
    INDICATOR_UNKNOWN(Kind.INVALID, "没有这个指标"),
    RATE_OF_RATE(Kind.INVALID, "比率指标不能再由比率指标算出"),
    ALLOCATION_NOT_EXPECTED(Kind.INVALID, "全站指标不分解到片区");

    private final Kind kind;
    private final String title;

    AgreementProblem(Kind kind, String title) {
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
