/**
 * The achievement (指标完成情况) of each evaluation: a version for every change of what it is computed from, cited by sheets,
 * result and report. Hears EvidenceFrozen; emits AchievementComputed and DiscrepanciesChanged; answers why a figure is what it is.
 */
@NullMarked
package cn.mingjian.indicator.achievement;

import org.jspecify.annotations.NullMarked;
