package cn.mingjian.scoring.analysis;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum AnalysisProblem implements ProblemType {
    WEIGHTS_NOT_HUNDRED(Kind.INVALID, "各方权重之和须为 100"),
    ANOTHER_STATION(Kind.INVALID, "只能与同一站点的评估比较"),
    NOT_COMPARABLE(Kind.CONFLICT, "用于比较的评估尚无结果");

    private final Kind kind;
    private final String title;

    AnalysisProblem(Kind kind, String title) {
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
