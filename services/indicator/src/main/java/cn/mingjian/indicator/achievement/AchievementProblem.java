package cn.mingjian.indicator.achievement;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** Refusals about achievements and their figures. */
enum AchievementProblem implements ProblemType {
    ACHIEVEMENT_UNKNOWN(Kind.NOT_FOUND, "没有这个版本的指标完成情况"),
    FIGURE_UNKNOWN(Kind.NOT_FOUND, "没有这个数据"),
    NOTHING_ANSWERED(Kind.NOT_FOUND, "尚未说明数据不一致"),
    DISCREPANCY_UNKNOWN(Kind.INVALID, "没有这处数据不一致");

    private final Kind kind;
    private final String title;

    AchievementProblem(Kind kind, String title) {
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
