/**
 * What the report service knows of an evaluation, and what a caller is to it. Hears EvaluationOpened, EvidenceFrozen,
 * PhaseChanged; the panel comes with each result.
 */
package cn.mingjian.report.evaluation;
