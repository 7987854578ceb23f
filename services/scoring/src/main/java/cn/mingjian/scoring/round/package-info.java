/**
 * The way of a round: freezing the evidence, the parties' submissions, closing, cancelling, and who has done what.
 * Emits EvidenceFrozen and PartySubmitted.
 */
package cn.mingjian.scoring.round;
