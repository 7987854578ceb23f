/**
 * The rules of DOMAIN's "Indicators": completed figures, rates, status, recorded totals, review backlog, pacing and
 * discrepancies. Plain Java, exact fractions, no clock, no framework.
 */
@NullMarked
package cn.mingjian.indicator.completion;

import org.jspecify.annotations.NullMarked;
