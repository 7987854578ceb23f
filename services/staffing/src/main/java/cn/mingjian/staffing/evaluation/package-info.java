/**
 * The evaluations and agreements that staffing works for, as it hears of them. Hears AgreementSigned, EvaluationOpened
 * and EvidenceFrozen; owns nothing that people enter.
 */
@org.jspecify.annotations.NullMarked
package cn.mingjian.staffing.evaluation;
