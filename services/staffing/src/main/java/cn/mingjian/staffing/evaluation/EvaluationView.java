package cn.mingjian.staffing.evaluation;

/** Whether an evaluation's evidence is still open. */
record EvaluationView(String code, boolean frozen) {}
