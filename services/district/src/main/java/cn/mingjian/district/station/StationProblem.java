package cn.mingjian.district.station;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** Refusals about stations. */
public enum StationProblem implements ProblemType {
    STATION_UNKNOWN(Kind.NOT_FOUND, "没有登记这个社工站"),
    DISTRICT_UNKNOWN(Kind.NOT_FOUND, "没有登记这个区");

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
