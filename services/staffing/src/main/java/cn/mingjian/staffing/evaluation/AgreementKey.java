package cn.mingjian.staffing.evaluation;

import jakarta.persistence.Embeddable;

@Embeddable
record AgreementKey(String station, String code, int version) {}
