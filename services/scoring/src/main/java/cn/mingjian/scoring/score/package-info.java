/**
 * How a round's sheets become parties' scores, a total and a grade (DOMAIN "Scoring"): plain Java, exact to the end,
 * without a framework, a clock or a store. Everything here can be computed again from the versions a result cites.
 */
@org.jspecify.annotations.NullMarked
package cn.mingjian.scoring.score;
