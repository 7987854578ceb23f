/**
 * Reports that are to be made. A row is written with the event that asks for the report and stays until the report exists:
 * a crash or a service that cannot be reached only delays it. Hears ResultDetermined (draft) and ResultFinalised (final).
 */
package cn.mingjian.report.assignment;
