/** Who works at a station, and when they were there. */
@NullMarked
package cn.mingjian.rules.staffing;

import org.jspecify.annotations.NullMarked;
