package cn.mingjian.scoring.visit;

import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.RoundDocuments;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.panel.Member;
import cn.mingjian.scoring.panel.PanelService;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.stream.Collectors;

/** Notice, self-assessment and plan: what everybody who takes part may know before the visit. */
@ApplicationScoped
class PreparationService {

    static final String NOTICE = "notice";
    static final String SELF_ASSESSMENT = "selfassessment";
    static final String PLAN = "visitplan";

    private final Access access;
    private final PanelService panels;
    private final RoundDocuments documents;
    private final Outbox outbox;

    PreparationService(Access access, PanelService panels, RoundDocuments documents, Outbox outbox) {
        this.access = access;
        this.panels = panels;
        this.documents = documents;
        this.outbox = outbox;
    }

    @Transactional
    Stored<NoticeDocument> putNotice(String code, NoticeDocument notice, Precondition precondition) {
        Standing standing = access.change(code);
        standing.requirePledgedLead(Party.THIRD_PARTY);
        notice.check();
        Stored<NoticeDocument> stored = documents.put(
                standing.evaluation(), NOTICE, notice, isOpen(standing.evaluation()), "更改评估通知", precondition);
        if (stored.isNew()) {
            VisitEvent.NoticeIssued issued = new VisitEvent.NoticeIssued(code, stored.version(), notice.visitOn());
            outbox.append(VisitEvent.TOPIC, code, issued.type(), issued);
        }
        return stored;
    }

    /** Before scoring opens: afterwards it would answer what evaluators have seen. */
    @Transactional
    Stored<SelfAssessmentDocument> putSelfAssessment(
            String code, SelfAssessmentDocument assessment, Precondition precondition) {
        Standing standing = access.change(code);
        standing.requireOperator();
        assessment.check();
        boolean open = standing.evaluation().phase() instanceof Phase.Preparing;
        return documents.put(standing.evaluation(), SELF_ASSESSMENT, assessment, open, "更改自评", precondition);
    }

    @Transactional
    Stored<VisitPlanDocument> putPlan(String code, VisitPlanDocument plan, Precondition precondition) {
        Standing standing = access.change(code);
        standing.requirePledgedLead(Party.THIRD_PARTY);
        plan.check(panels.members(standing.evaluation()).stream()
                .filter(member -> !member.recused())
                .map(Member::evaluator)
                .collect(Collectors.toSet()));
        return documents.put(standing.evaluation(), PLAN, plan, isOpen(standing.evaluation()), "更改走访安排", precondition);
    }

    /** @param version empty for the latest */
    @Transactional
    Stored<NoticeDocument> notice(String code, Optional<Integer> version) {
        return read(code, NOTICE, version, NoticeDocument.class);
    }

    @Transactional
    Stored<SelfAssessmentDocument> selfAssessment(String code) {
        access.read(code).requireReader();
        return read(code, SELF_ASSESSMENT, Optional.empty(), SelfAssessmentDocument.class);
    }

    /** @param version empty for the latest */
    @Transactional
    Stored<VisitPlanDocument> plan(String code, Optional<Integer> version) {
        return read(code, PLAN, version, VisitPlanDocument.class);
    }

    private <T> Stored<T> read(String code, String kind, Optional<Integer> version, Class<T> type) {
        Standing standing = access.read(code);
        standing.requireParticipant();
        Evaluation evaluation = standing.evaluation();
        Stored<T> latest = documents
                .find(evaluation, kind, type)
                .orElseThrow(() -> VisitProblem.NOTHING_RECORDED.because("评估 %s 尚无此项内容", code));
        return version.isEmpty()
                ? latest
                : documents
                        .find(evaluation, kind, version.get(), type)
                        .orElseThrow(() ->
                                VisitProblem.NOTHING_RECORDED.because("评估 %s 的这项内容没有第 %d 版", code, version.get()));
    }

    private static boolean isOpen(Evaluation evaluation) {
        return evaluation.phase().isOpenForWork();
    }
}
