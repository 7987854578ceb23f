/**
 * The rubrics of a district, which its evaluations take over: each version is a draft until it is published and never changes
 * from then on. Comes in and goes out as JSON, as YAML and as a workbook.
 */
package cn.mingjian.scoring.library;
