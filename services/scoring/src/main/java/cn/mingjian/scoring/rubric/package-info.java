/**
 * What is scored: the rubric of an evaluation, a tree for each party. Owns the rubric's versions until scoring opens and
 * pins one.
 */
package cn.mingjian.scoring.rubric;
