/**
 * The satisfaction questionnaire: the third party hands out codes, whoever holds one answers once on a public page or on the
 * telephone; closing it makes the answers the round's evidence. Nobody's name is asked or kept.
 */
package cn.mingjian.scoring.questionnaire;
