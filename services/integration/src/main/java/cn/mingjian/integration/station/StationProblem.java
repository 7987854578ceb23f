package cn.mingjian.integration.station;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** Refusals about stations. */
enum StationProblem implements ProblemType {
    STATION_UNKNOWN(Kind.NOT_FOUND, "没有这个社工站");

    private final Kind kind;
    private final String title;

    StationProblem(Kind kind, String title) {
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
