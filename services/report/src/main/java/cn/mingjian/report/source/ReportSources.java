package cn.mingjian.report.source;

import java.util.List;
import java.util.Objects;
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
        List<EarlierConcern> midtermConcerns,
        @Nullable Satisfaction satisfaction,
        List<Discrepancy> claimDiscrepancies,
        List<FeedbackEntry> feedback) {

    public ReportSources {
        findings = List.copyOf(findings);
        // Sources that were kept before this was asked for are without.
        midtermConcerns = List.copyOf(Objects.requireNonNullElse(midtermConcerns, List.of()));
        claimDiscrepancies = List.copyOf(claimDiscrepancies);
        feedback = List.copyOf(feedback);
    }

    public boolean isFinal() {
        return state.equals("FINAL");
    }
}
