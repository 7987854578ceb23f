package cn.mingjian.staffing.computation;

/** A new version of an evaluation's staffing figures exists. No figure and no worker travels with it. */
record StaffingComputed(String evaluation, int version) {

    static final String TOPIC = "staffing.staffing";
    static final String TYPE = "cn.mingjian.staffing.StaffingComputed.v1";
}
