/**
 * The staffing version of an evaluation: computed in the transaction of every change once roster and attendance are
 * there, kept whole, and explained figure by figure. Emits StaffingComputed.
 */
@org.jspecify.annotations.NullMarked
package cn.mingjian.staffing.computation;
