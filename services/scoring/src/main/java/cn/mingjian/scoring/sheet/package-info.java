/**
 * What each evaluator gives: a sheet, a draft until it is submitted, immutable from then on. Owns sheets and item scores;
 * nobody but the author sees a draft, nobody but the party's lead a submitted one.
 */
package cn.mingjian.scoring.sheet;
