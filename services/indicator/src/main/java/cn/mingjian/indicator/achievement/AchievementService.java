package cn.mingjian.indicator.achievement;

import cn.mingjian.indicator.achievement.AchievementDocument.Inputs;
import cn.mingjian.indicator.agreement.Agreements;
import cn.mingjian.indicator.completion.Achievement;
import cn.mingjian.indicator.completion.DeclaredFigures;
import cn.mingjian.indicator.completion.RecordedTotals;
import cn.mingjian.indicator.completion.Status;
import cn.mingjian.indicator.evaluation.Evaluation;
import cn.mingjian.indicator.evaluation.EvidenceChanged;
import cn.mingjian.indicator.evidence.DeclaredDocument;
import cn.mingjian.indicator.evidence.Evidence;
import cn.mingjian.indicator.evidence.ResourcesDocument;
import cn.mingjian.indicator.record.RecordTotals;
import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.platform.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes achievements, in the transaction of the change and under the station's lock that its author holds. */
@ApplicationScoped
class AchievementService {
    private static final String TOPIC = "indicator.achievement";
    private static final DeclaredFigures NOTHING_DECLARED = new DeclaredFigures(Map.of());

    private final Agreements agreements;
    private final Evidence evidence;
    private final RecordTotals totals;
    private final Documents documents;
    private final Outbox outbox;

    AchievementService(
            Agreements agreements, Evidence evidence, RecordTotals totals, Documents documents, Outbox outbox) {
        this.agreements = agreements;
        this.evidence = evidence;
        this.totals = totals;
        this.documents = documents;
        this.outbox = outbox;
    }

    /**
     * A new version exists.
     *
     * @param indicators how many of the station's indicators have both a target and a figure
     * @param indicatorsMet how many of those are met or exceeded
     * @param indicatorsExceeded how many of those are exceeded
     */
    record AchievementComputed(
            String evaluation, int version, int indicators, int indicatorsMet, int indicatorsExceeded) {
        static AchievementComputed of(Stored<AchievementDocument> stored) {
            List<String> statuses = stored.content().statuses();
            return new AchievementComputed(
                    stored.owner(),
                    stored.version(),
                    statuses.size(),
                    (int) statuses.stream()
                            .filter(status -> !status.equals(Status.NOT_MET.name()))
                            .count(),
                    stored.content().indicatorsExceeded());
        }
    }

    /** How many discrepancies an evaluation's indicators have now. */
    record DiscrepanciesChanged(String evaluation, int open) {}

    /** The achievement that counts: the latest version until the freeze, then the frozen one. */
    Optional<Stored<AchievementDocument>> current(Evaluation evaluation) {
        return evaluation.frozen().isPresent()
                ? version(evaluation, evaluation.frozen().get().achievementVersion())
                : documents.find(evaluation.code(), AchievementDocument.KIND, AchievementDocument.class);
    }

    Optional<Stored<AchievementDocument>> version(Evaluation evaluation, int version) {
        return documents.find(evaluation.code(), AchievementDocument.KIND, version, AchievementDocument.class);
    }

    void compute(@Observes EvidenceChanged change) {
        var evaluation = change.evaluation();
        var before = current(evaluation);
        var stored = documents.put(evaluation.code(), AchievementDocument.KIND, achievement(evaluation));
        if (!stored.isNew()) {
            return;
        }
        outbox.append(
                TOPIC,
                evaluation.code(),
                "cn.mingjian.indicator.AchievementComputed.v1",
                AchievementComputed.of(stored));
        var discrepancies = stored.content().discrepancies();
        if (!before.map(earlier -> earlier.content().discrepancies()).equals(Optional.of(discrepancies))) {
            outbox.append(
                    TOPIC,
                    evaluation.code(),
                    "cn.mingjian.indicator.DiscrepanciesChanged.v1",
                    new DiscrepanciesChanged(evaluation.code(), discrepancies.size()));
        }
    }

    private AchievementDocument achievement(Evaluation evaluation) {
        var catalogue = agreements
                .catalogue(evaluation.station().path(), evaluation.agreement(), evaluation.agreementVersion())
                .orElseThrow();
        var declared = evidence.declared(evaluation);
        var resources = evidence.resources(evaluation);
        Optional<RecordedTotals> recorded = evaluation.recordsExpected()
                ? Optional.of(totals.in(evaluation.station(), evaluation.window()))
                : Optional.empty();
        return AchievementDocument.of(
                Achievement.of(
                        catalogue,
                        declared.map(Stored::content)
                                .map(DeclaredDocument::figuresByRow)
                                .orElse(NOTHING_DECLARED),
                        recorded,
                        evaluation.window()),
                evaluation.recordsExpected() ? totals.unreviewed(evaluation.station(), evaluation.backlog()) : null,
                resources.map(Stored::content).map(ResourcesDocument::resources).orElse(List.of()),
                new Inputs(
                        evaluation.agreementVersion(),
                        declared.map(Stored::version).orElse(null),
                        resources.map(Stored::version).orElse(null),
                        recorded.map(RecordedTotals::records).orElse(null)));
    }
}
