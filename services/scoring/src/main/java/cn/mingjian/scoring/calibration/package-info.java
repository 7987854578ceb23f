/**
 * Before scoring: the evaluators of a party score the same sample case and see how far they lie apart. Nothing of it counts,
 * and nobody else sees it.
 */
package cn.mingjian.scoring.calibration;
