package cn.mingjian.district.registry;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** Refusals about districts. */
enum DistrictProblem implements ProblemType {
    DISTRICT_UNKNOWN(Kind.NOT_FOUND, "没有登记这个区"),
    ACCOUNT_UNKNOWN(Kind.INVALID, "没有这个账号");

    private final Kind kind;
    private final String title;

    DistrictProblem(Kind kind, String title) {
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
