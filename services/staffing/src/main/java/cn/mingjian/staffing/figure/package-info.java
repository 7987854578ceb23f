/**
 * The staffing rules of one evaluation: who counts for which month, the head counts, the leavers, the three retention
 * formulas and the monthly check. Plain Java; workers are numbers, names do not exist here.
 */
@org.jspecify.annotations.NullMarked
package cn.mingjian.staffing.figure;
