package cn.mingjian.report.edition;

import cn.mingjian.report.assignment.Assignment;
import cn.mingjian.report.claim.ClaimCheck;
import cn.mingjian.report.claim.Claims;
import cn.mingjian.report.evaluation.Evaluation.Snapshot;
import cn.mingjian.report.source.Achievement;
import cn.mingjian.report.source.Discrepancy;
import cn.mingjian.report.source.EvaluationFile;
import cn.mingjian.report.source.FeedbackEntry;
import cn.mingjian.report.source.ReportSources;
import cn.mingjian.report.source.Result;
import cn.mingjian.report.source.StaffingFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks the owners for what a report is made of, at the versions that were frozen. Calls no database. */
@ApplicationScoped
class SourcePull {

    private static final int NOT_FOUND = 404;

    private final DistrictApi district;
    private final IndicatorApi indicator;
    private final StaffingApi staffing;
    private final ScoringApi scoring;

    SourcePull(
            @RestClient DistrictApi district,
            @RestClient IndicatorApi indicator,
            @RestClient StaffingApi staffing,
            @RestClient ScoringApi scoring) {
        this.district = district;
        this.indicator = indicator;
        this.staffing = staffing;
        this.scoring = scoring;
    }

    /** What this service itself contributes. */
    record Own(EvaluationFile file, Snapshot snapshot, Claims claims, List<FeedbackEntry> feedback) {}

    ReportSources pull(Assignment assignment, Own own) {
        EvaluationFile file = own.file();
        String code = file.code();
        Result result = scoring.result(code);
        boolean isFinal = assignment.state().equals(Assignment.FINAL);
        if (result.version() < assignment.resultVersion()
                || isFinal && !result.state().equals(Assignment.FINAL)) {
            throw new IllegalStateException("scoring still answers result version " + result.version());
        }
        Achievement achievement = indicator.achievement(code, own.snapshot().achievementVersion());
        StaffingFile staff = staffing.staffing(code, own.snapshot().staffingVersion());
        Discrepancy.@Nullable Explanations explanations = known(() -> indicator.explanations(code));
        return new ReportSources(
                assignment.state(),
                file,
                district.station(file.district(), file.station(), file.stationVersion()),
                district.agreement(file.district(), file.station(), file.agreement(), file.agreementVersion()),
                explanations == null ? achievement : achievement.explained(explanations),
                staff,
                result,
                scoring.findings(code).findings(),
                known(() -> scoring.remediation(code)),
                scoring.earlierConcerns(code).concerns().stream()
                        .filter(concern -> concern.isBefore(file))
                        .toList(),
                known(() -> scoring.satisfaction(code)),
                ClaimCheck.of(own.claims(), achievement, staff),
                own.feedback());
    }

    /** What nobody handed in is not there. */
    private static <T> @Nullable T known(Supplier<T> call) {
        try {
            return call.get();
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == NOT_FOUND) {
                return null;
            }
            throw refused;
        }
    }
}
