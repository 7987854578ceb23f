package cn.mingjian.staffing.computation;

import cn.mingjian.platform.document.Stored;
import cn.mingjian.staffing.computation.StaffingDocument.Staffing;
import org.jspecify.annotations.Nullable;

/**
 * A new version of an evaluation's staffing figures exists. Of the figures those travel that a district compares; no worker
 * does.
 *
 * @param certifiedRate in percent with two decimals, null is unknown
 * @param retention in percent with two decimals by the formula of the evaluation's policy, null is unknown
 */
record StaffingComputed(
        String evaluation,
        int version,
        int headcount,
        @Nullable String certifiedRate,
        @Nullable String retention) {

    static final String TOPIC = "staffing.staffing";
    static final String TYPE = "cn.mingjian.staffing.StaffingComputed.v1";

    static StaffingComputed of(Stored<StaffingDocument> stored) {
        Staffing staffing = stored.content().staffing();
        return new StaffingComputed(
                stored.owner(),
                stored.version(),
                staffing.headcount(),
                staffing.certifiedRate(),
                switch (staffing.retentionFormula()) {
                    case TURNOVER -> staffing.retention().turnover();
                    case ON_DUTY -> staffing.retention().onDuty();
                    case CERTIFIED_ON_DUTY -> staffing.retention().certifiedOnDuty();
                });
    }
}
