package cn.mingjian.report.edition;

import cn.mingjian.platform.code.SecretCode;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.report.assignment.Assignment;
import cn.mingjian.report.assignment.Assignments;
import cn.mingjian.report.claim.ClaimStore;
import cn.mingjian.report.claim.Claims;
import cn.mingjian.report.evaluation.Evaluation;
import cn.mingjian.report.evaluation.Evaluations;
import cn.mingjian.report.feedback.Feedback;
import cn.mingjian.report.source.ReportSources;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one report: reads what is known here, pulls the rest, prints, and keeps it — each database step short. */
@ApplicationScoped
class ReportMaking {

    private final Evaluations evaluations;
    private final Assignments assignments;
    private final ClaimStore claims;
    private final Feedback feedback;
    private final Editions editions;
    private final SourcePull sourcePull;
    private final Printing printing;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    ReportMaking(
            Evaluations evaluations,
            Assignments assignments,
            ClaimStore claims,
            Feedback feedback,
            Editions editions,
            SourcePull sourcePull,
            Printing printing,
            Outbox outbox) {
        this.evaluations = evaluations;
        this.assignments = assignments;
        this.claims = claims;
        this.feedback = feedback;
        this.editions = editions;
        this.sourcePull = sourcePull;
        this.printing = printing;
        this.outbox = outbox;
    }

    void make(Assignment assignment) {
        SourcePull.Own own = QuarkusTransaction.requiringNew().call(() -> own(assignment.evaluation()));
        ReportSources sources = sourcePull.pull(assignment, own);
        @Nullable SecretCode code = sources.isFinal() ? SecretCode.random(random) : null;
        List<PrintedFile> files = printing.print(sources, code == null ? null : code.text());
        QuarkusTransaction.requiringNew().run(() -> keep(assignment, own.claims(), sources, code, files));
    }

    private SourcePull.Own own(String code) {
        Evaluation.Snapshot snapshot =
                evaluations.find(code).flatMap(Evaluation::snapshot).orElseThrow();
        return new SourcePull.Own(evaluations.file(code), snapshot, claims.latest(code), feedback.of(code));
    }

    private void keep(
            Assignment assignment,
            Claims checked,
            ReportSources sources,
            @Nullable SecretCode code,
            List<PrintedFile> files) {
        String evaluation = assignment.evaluation();
        var _ = evaluations.locked(evaluation).orElseThrow();
        if (!claims.latest(evaluation).equals(checked)) {
            throw new IllegalStateException("claims changed while the report was made");
        }
        if (!assignments.done(assignment, sources.result().version())) {
            // Asked for anew, or taken by another copy: that one keeps its own.
            return;
        }
        if (sources.isFinal() && editions.latest(evaluation, Assignment.FINAL).isPresent()) {
            return;
        }
        int differing = sources.claimDiscrepancies().size();
        int before = editions.sources(evaluation, Assignment.DRAFT)
                .map(draft -> draft.claimDiscrepancies().size())
                .orElse(-1);
        Stored<ReportSources> stored = editions.putSources(sources);
        if (!stored.isNew()) {
            return;
        }
        EditionEntity edition = Editions.edition(evaluation, assignment.state(), stored.version(), clock.instant());
        edition.verificationHash = code == null ? null : code.hash();
        editions.add(edition, files);
        if (!sources.isFinal()) {
            tell(evaluation, new EditionEvent.DraftPublished(evaluation, stored.version()));
        }
        if (differing != before) {
            tell(evaluation, new EditionEvent.DiscrepanciesChanged(evaluation, differing));
        }
    }

    private void tell(String evaluation, EditionEvent event) {
        outbox.append(EditionEvent.TOPIC, evaluation, event.type(), event);
    }
}
