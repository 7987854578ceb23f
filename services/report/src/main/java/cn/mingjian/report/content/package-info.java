/**
 * The report as content: chapters and annexes made of paragraphs, tables, findings and one chart, composed from the
 * sources in plain Java. Every edition (PDF, HTML, workbook) is printed from it.
 */
@NullMarked
package cn.mingjian.report.content;

import org.jspecify.annotations.NullMarked;
