/** The events: which types travel over which topics, in which form, and that the form only grows. */
@NullMarked
package cn.mingjian.contracts.event;

import org.jspecify.annotations.NullMarked;
