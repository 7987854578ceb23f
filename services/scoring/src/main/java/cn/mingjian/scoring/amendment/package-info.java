/**
 * Corrections of submitted sheets after an upheld objection: each a new version of one evaluator's sheet with its reason, and
 * a new version of the result. What was said before stays.
 */
package cn.mingjian.scoring.amendment;
