/**
 * Figures that somebody wrote (claims), checked against the computed ones. Owns the claims of an evaluation; a claim that
 * differs is a discrepancy, shown in the report and told by DiscrepanciesChanged.
 */
@NullMarked
package cn.mingjian.report.claim;

import org.jspecify.annotations.NullMarked;
