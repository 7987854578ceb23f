package cn.mingjian.report.evaluation;

/** How far an evaluation is, as scoring last told. */
public enum Phase {
    PREPARING,
    SCORING,
    FEEDBACK,
    CLOSED,
    CANCELLED
}
