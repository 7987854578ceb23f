/**
 * What can be read out of a round besides its result: how near it is to another grade, what other weights would have made of
 * it, how far evaluators lie apart. Computed anew each time; owns nothing.
 */
package cn.mingjian.scoring.analysis;
