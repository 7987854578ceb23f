/**
 * One round for one station: its opening document, its phase, and what each caller is to it.
 *
 * <p>Owns evaluations and the parties' submissions. Emits EvaluationOpened and PhaseChanged. Hears StationRegistered,
 * AgreementSigned, AchievementComputed and StaffingComputed.
 */
package cn.mingjian.scoring.evaluation;
