/**
 * What the parties and the operator record around the sheets: satisfaction answers (frozen with the evidence), findings
 * (blind like scores until all have submitted) and what became of earlier concerns.
 */
package cn.mingjian.scoring.fieldwork;
