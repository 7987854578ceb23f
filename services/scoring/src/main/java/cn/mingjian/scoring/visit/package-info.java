/**
 * Preparation and fieldwork: what the operator has to have ready, what it says of itself, who comes when, and what was found
 * on site, in files and in conversations. What a party found stays with it until all parties have submitted.
 */
package cn.mingjian.scoring.visit;
