/**
 * Makes reports and keeps them: pulls what a report is made of from its owners, checks the claims, composes and renders,
 * and stores the files with their digests. Emits DraftPublished, DiscrepanciesChanged and, when the bureau issues the final
 * report, ReportIssued.
 */
package cn.mingjian.report.edition;
