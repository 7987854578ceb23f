/**
 * What this service knows of evaluations: which station, agreement version, evidence window and record policy, and what was
 * frozen. Hears EvaluationOpened; says inside the service that an evaluation's evidence changed.
 */
@NullMarked
package cn.mingjian.indicator.evaluation;

import org.jspecify.annotations.NullMarked;
