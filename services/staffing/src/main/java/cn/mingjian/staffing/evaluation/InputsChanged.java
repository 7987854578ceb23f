package cn.mingjian.staffing.evaluation;

/** Inside the service and the transaction: something that an evaluation's figures are computed from has changed. */
public record InputsChanged(Evaluation evaluation) {}
