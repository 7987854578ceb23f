/**
 * What the frozen evidence says about the items that lean on it, and the score it suggests. Figures are asked of their owners
 * in the caller's own name, at the versions that the round froze; nothing of them is kept here.
 */
package cn.mingjian.scoring.suggestion;
