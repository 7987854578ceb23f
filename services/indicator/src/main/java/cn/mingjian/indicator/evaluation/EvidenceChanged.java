package cn.mingjian.indicator.evaluation;

/**
 * Said inside the service, in the transaction of the change and under the station's lock: what the evaluation's achievement is
 * computed from is not what it was.
 */
public record EvidenceChanged(Evaluation evaluation) {}
