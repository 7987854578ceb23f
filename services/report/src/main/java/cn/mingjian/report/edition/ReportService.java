package cn.mingjian.report.edition;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.code.SecretCode;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.report.assignment.Assignment;
import cn.mingjian.report.evaluation.Access;
import cn.mingjian.report.evaluation.Evaluations;
import cn.mingjian.report.evaluation.Phase;
import cn.mingjian.report.evaluation.Standing;
import cn.mingjian.report.source.Discrepancy;
import cn.mingjian.report.source.ReportSources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows reports to those who may see them, and issues the final one. */
@ApplicationScoped
class ReportService {

    private static final String PDF = "report.pdf";

    private final Access access;
    private final Evaluations evaluations;
    private final Editions editions;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    ReportService(Access access, Evaluations evaluations, Editions editions, Outbox outbox, Caller caller) {
        this.access = access;
        this.evaluations = evaluations;
        this.editions = editions;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** A report, its digests by file name, and when it was issued. */
    record Shown(int version, Instant renderedAt, Optional<Instant> issuedAt, Map<String, String> digests) {}

    /** The draft and the versions that it took the place of. */
    record Drafted(Shown latest, List<ReportResource.Rendering> earlier) {}

    /** A report that a code verifies. */
    record Verified(String title, Instant issuedAt, String pdfDigest) {}

    @Transactional
    Optional<Drafted> draft(String code) {
        requireDraftReader(code);
        return editions.latest(code, Assignment.DRAFT)
                .map(latest -> new Drafted(shown(latest), editions.before(latest)));
    }

    @Transactional
    PrintedFile draftFile(String code, String name) {
        requireDraftReader(code);
        return file(
                editions.latest(code, Assignment.DRAFT)
                        .orElseThrow(() -> EditionProblem.DRAFT_NOT_READY.because("评估 %s 的报告初稿尚未生成", code)),
                name);
    }

    @Transactional
    List<Discrepancy> discrepancies(String code) {
        access.read(code).requireBureau();
        return editions.sources(code, Assignment.FINAL)
                .or(() -> editions.sources(code, Assignment.DRAFT))
                .map(ReportSources::claimDiscrepancies)
                .orElseThrow(() -> EditionProblem.DRAFT_NOT_READY.because("评估 %s 的文中数据尚未核对", code));
    }

    @Transactional
    Optional<Shown> finalReport(String code) {
        Standing standing = access.read(code);
        Optional<EditionEntity> edition = editions.latest(code, Assignment.FINAL);
        edition.ifPresent(report -> requireFinalReader(standing, report));
        return edition.map(this::shown);
    }

    @Transactional
    PrintedFile finalFile(String code, String name) {
        Standing standing = access.read(code);
        EditionEntity edition = editions.latest(code, Assignment.FINAL)
                .orElseThrow(() -> EditionProblem.FINAL_NOT_READY.because("评估 %s 的正式报告尚未生成", code));
        requireFinalReader(standing, edition);
        return file(edition, name);
    }

    @Transactional
    Shown issue(String code) {
        Standing standing = access.change(code);
        standing.requireBureau();
        EditionEntity edition = editions.latest(code, Assignment.FINAL)
                .orElseThrow(() -> EditionProblem.FINAL_NOT_READY.because("评估 %s 的正式报告尚未生成", code));
        if (edition.issuedAt == null) {
            edition.issuedAt = clock.instant();
            edition.issuedBy = caller.account();
            EditionEvent event = new EditionEvent.ReportIssued(
                    code,
                    standing.evaluation().place().district(),
                    standing.evaluation().place().station(),
                    edition.version,
                    file(edition, PDF).digest());
            outbox.append(EditionEvent.TOPIC, code, event.type(), event);
        }
        return shown(edition);
    }

    @Transactional
    Verified verify(SecretCode code) {
        return editions.verifiedBy(code.hash()).orElseThrow(ReportService::notVerified);
    }

    static RuntimeException notVerified() {
        return EditionProblem.REPORT_NOT_VERIFIED.because("请核对报告末页的核验码");
    }

    private void requireDraftReader(String code) {
        Standing standing = access.read(code);
        Phase phase = standing.evaluation().phase();
        if (!standing.isBureau() && phase != Phase.FEEDBACK && phase != Phase.CLOSED) {
            throw EditionProblem.DRAFT_NOT_READY.because("评估 %s 的报告初稿尚未公开", code);
        }
    }

    /** Before it is issued, a report is for the bureau and the panel. */
    private static void requireFinalReader(Standing standing, EditionEntity edition) {
        if (edition.issuedAt == null && !standing.isBureau() && standing.seats().isEmpty()) {
            throw EditionProblem.FINAL_NOT_ISSUED.because("正式报告签发后可以查阅");
        }
    }

    private PrintedFile file(EditionEntity edition, String name) {
        PrintedFile file = editions.file(edition, name);
        if (file == null) {
            throw EditionProblem.FILE_NOT_FOUND.because("没有名为 %s 的文件", name);
        }
        return file;
    }

    private Shown shown(EditionEntity edition) {
        return new Shown(
                edition.version, edition.renderedAt, Optional.ofNullable(edition.issuedAt), editions.digests(edition));
    }
}
