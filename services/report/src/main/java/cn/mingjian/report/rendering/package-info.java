/**
 * Prints a report's content: the paper edition (PDF after GB/T 9704-2012), the screen edition (one HTML file), the
 * Word edition and the workbook of the annexes.
 */
@NullMarked
package cn.mingjian.report.rendering;

import org.jspecify.annotations.NullMarked;
