/**
 * What was said on site and to the draft, and how objections were decided. Owns feedback; emits ObjectionRaised and
 * ObjectionDecided, on which scoring waits before it closes an evaluation.
 */
package cn.mingjian.report.feedback;
