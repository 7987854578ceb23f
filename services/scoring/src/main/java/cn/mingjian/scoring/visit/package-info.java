/**
 * Preparation and fieldwork: what the operator has to have ready, what it says of itself, who comes when, and what was found
 * on site, in files and in conversations. What was found stays with the third party until all parties have submitted.
 */
package cn.mingjian.scoring.visit;
