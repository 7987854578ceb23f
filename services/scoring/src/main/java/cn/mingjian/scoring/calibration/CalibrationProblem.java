package cn.mingjian.scoring.calibration;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum CalibrationProblem implements ProblemType {
    SAMPLE_CASE_NOT_FOUND(Kind.NOT_FOUND, "尚无试评样例"),
    RUBRIC_MISSING(Kind.CONFLICT, "尚无评估指标体系");

    private final Kind kind;
    private final String title;

    CalibrationProblem(Kind kind, String title) {
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
