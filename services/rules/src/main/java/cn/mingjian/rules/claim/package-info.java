/** Figures that somebody wrote, and what is said about a draft report. */
@NullMarked
package cn.mingjian.rules.claim;

import org.jspecify.annotations.NullMarked;
