/**
 * What becomes of concerns (需要关注): once all have submitted, the operator says of each who sets it right by when and with
 * what result, and the bureau verifies it. A later evaluation of the station sees what became of the earlier one's.
 */
package cn.mingjian.scoring.concern;
