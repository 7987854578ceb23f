package cn.mingjian.indicator.evaluation;

import cn.mingjian.indicator.completion.EvidenceWindow;
import cn.mingjian.indicator.completion.ReviewBacklog;
import cn.mingjian.platform.caller.Place;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of scoring's event that this service needs. */
public record EvaluationOpened(
        String code,
        String district,
        String station,
        String agreement,
        int agreementVersion,
        Evidence evidence,
        LocalDate onSite,
        Policy policy) {

    /** The evidence window. */
    public record Evidence(LocalDate from, LocalDate to) {}

    /** The part of the policy that concerns records. */
    public record Policy(Records records) {}

    /** How long a review may take, and whether the platform's records are part of the evidence (they are unless denied). */
    public record Records(int reviewWithinDays, @Nullable Boolean expected) {}

    Evaluation toEvaluation() {
        return new Evaluation(
                code,
                Place.station(district, station),
                agreement,
                agreementVersion,
                new EvidenceWindow(evidence.from(), evidence.to()),
                new ReviewBacklog(onSite, policy.records().reviewWithinDays()),
                !Boolean.FALSE.equals(policy.records().expected()),
                Optional.empty());
    }
}
