package cn.mingjian.staffing.evaluation;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.staffing.figure.EvidenceWindow;
import cn.mingjian.staffing.figure.StaffingPolicy;
import java.util.OptionalInt;

/**
 * One evaluation as staffing knows it.
 *
 * @param frozenVersion the staffing version that scoring froze, once it has
 */
public record Evaluation(
        String code,
        Place station,
        Agreement agreement,
        EvidenceWindow window,
        StaffingPolicy policy,
        OptionalInt frozenVersion) {

    public boolean isFrozen() {
        return frozenVersion.isPresent();
    }
}
