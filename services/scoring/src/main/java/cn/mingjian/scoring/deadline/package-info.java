/**
 * Until when each party may score. The bureau sets a deadline and extends it with a reason; a party that misses one is
 * visible and never scored by default.
 */
package cn.mingjian.scoring.deadline;
