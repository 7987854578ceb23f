package cn.mingjian.report.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one version of a report is made of, at the versions that the evaluation froze. A report is a function
 * of it: the same sources give the same pages.
 */
public record ReportSources(
        String state,
        EvaluationFile evaluation,
        StationProfile station,
        Agreement agreement,
        Achievement achievement,
        StaffingFile staffing,
        Result result,
        List<Finding> findings,
        @Nullable Remediation remediation,
        @Nullable Satisfaction satisfaction,
        List<Discrepancy> claimDiscrepancies,
        List<FeedbackEntry> feedback) {

    public ReportSources {
        findings = List.copyOf(findings);
        claimDiscrepancies = List.copyOf(claimDiscrepancies);
        feedback = List.copyOf(feedback);
    }

    public boolean isFinal() {
        return state.equals("FINAL");
    }
}
