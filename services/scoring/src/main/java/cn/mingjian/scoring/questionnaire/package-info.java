/**
 * The satisfaction questionnaire: the third party prints codes and hands them out, whoever holds one answers once, on a public
 * page or on the telephone; closing it makes the answers the round's evidence. Nobody's name is asked or kept, nor the codes.
 */
package cn.mingjian.scoring.questionnaire;
