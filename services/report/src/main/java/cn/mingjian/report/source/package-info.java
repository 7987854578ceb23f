/**
 * What the report reads from the services that own it, in the form in which they answer: station profile and agreement
 * (district), achievement (indicator), staffing (staffing), evaluation, rubric, result, findings, remediation and
 * satisfaction (scoring). Figures are strings as printed by their owners; null is unknown.
 */
@NullMarked
package cn.mingjian.report.source;

import org.jspecify.annotations.NullMarked;
