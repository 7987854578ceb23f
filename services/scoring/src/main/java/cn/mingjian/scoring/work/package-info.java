/** What lies before the calling account: its evaluations with its own seat and what is due there, the latest first. */
package cn.mingjian.scoring.work;
