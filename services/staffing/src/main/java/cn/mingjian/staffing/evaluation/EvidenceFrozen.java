package cn.mingjian.staffing.evaluation;

/** As much of scoring's event as staffing reads. */
record EvidenceFrozen(String evaluation, int staffingVersion) {}
