/**
 * What a round comes to: results, each a version that cites the evidence, rubric, policy and sheets it was computed from,
 * vetoes, and why every figure is what it is. Emits ResultDetermined and ResultFinalised.
 */
package cn.mingjian.scoring.result;
