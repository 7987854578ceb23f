/** By which policy, rubric and panel a station is scored, and the scores themselves. */
@NullMarked
package cn.mingjian.rules.scoring;

import org.jspecify.annotations.NullMarked;
