package cn.mingjian.scoring.appeal;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.EvaluationService;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes appeals against closed rounds and decides them. */
@ApplicationScoped
class AppealService {

    private static final int MOST = 999;

    private final Access access;
    private final Appeals appeals;
    private final EvaluationService evaluations;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    AppealService(Access access, Appeals appeals, EvaluationService evaluations, Outbox outbox, Caller caller) {
        this.access = access;
        this.appeals = appeals;
        this.evaluations = evaluations;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** An appeal, and whether this call changed it. */
    record Changed(Appeal appeal, boolean isNew) {}

    @Transactional
    Changed lodge(String code, int number, String reason) {
        Standing standing = access.change(code);
        standing.requireOperator();
        Fields fields = new Fields();
        fields.integer("/number", number, 1, MOST);
        fields.text("/reason", reason);
        fields.refuse();
        List<AppealEntity> known = appeals.of(code);
        if (number <= known.size()) {
            AppealEntity same = known.get(number - 1);
            if (!same.reason.equals(reason)) {
                throw AppealProblem.APPEAL_DIFFERS.because("第 %d 项申诉已提出", number);
            }
            return new Changed(same.toAppeal(), false);
        }
        if (!(standing.evaluation().phase() instanceof Phase.Closed)) {
            throw standing.evaluation().tooLateOrEarly("申诉；办结之前请对报告初稿提出异议");
        }
        if (number > known.size() + 1) {
            throw AppealProblem.APPEAL_OUT_OF_ORDER.because("下一项申诉的编号是 %d", known.size() + 1);
        }
        AppealEntity appeal = AppealEntity.of(code, number, reason, caller.account());
        appeals.persist(appeal);
        tell(new AppealEvent.AppealLodged(code, number));
        return new Changed(appeal.toAppeal(), true);
    }

    /**
     * Decided by an account of the bureau that was not on the panel.
     *
     * @param reevaluation a later evaluation of the same station; null while none is opened, said once it is, and said anew when the
     *     one that was named has been cancelled
     */
    @Transactional
    Changed decide(String code, int number, String decision, String reason, String reevaluation) {
        Standing standing = access.change(code);
        standing.requireUninvolvedBureau();
        Fields fields = new Fields();
        Optional<AppealEntity.Decision> outcome = fields.oneOf(AppealEntity.Decision.class, "/decision", decision);
        fields.text("/reason", reason);
        if (reevaluation != null) {
            if (outcome.filter(AppealEntity.Decision.REFUSED::equals).isPresent()) {
                fields.wrong(AppealProblem.REEVALUATION_OF_REFUSED, "/reevaluation", "收到 " + reevaluation);
            } else if (reevaluation.equals(code)
                    || !evaluations.isHeldLaterAtSameStation(standing.evaluation(), reevaluation)) {
                fields.wrong(
                        AppealProblem.REEVALUATION_UNKNOWN,
                        "/reevaluation",
                        "该站点没有在此之后开启的、编码为 " + reevaluation + " 的评估");
            }
        }
        fields.refuse();
        AppealEntity appeal = appeals.of(code).stream()
                .filter(each -> each.number == number)
                .findFirst()
                .orElseThrow(() -> AppealProblem.APPEAL_NOT_FOUND.because("没有第 %d 项申诉", number));
        if (appeal.decision != null) {
            boolean same = appeal.decision == outcome.orElseThrow() && appeal.decisionReason.equals(reason);
            boolean open = appeal.reevaluation == null || evaluations.isCancelled(appeal.reevaluation);
            if (same && open && reevaluation != null && !reevaluation.equals(appeal.reevaluation)) {
                appeal.reevaluation = reevaluation;
                return new Changed(appeal.toAppeal(), true);
            }
            if (!same || !Objects.equals(appeal.reevaluation, reevaluation)) {
                throw AppealProblem.APPEAL_DECIDED.because("第 %d 项申诉已裁定", number);
            }
            return new Changed(appeal.toAppeal(), false);
        }
        appeal.decide(outcome.orElseThrow(), reason, reevaluation, caller.account(), clock.instant());
        tell(new AppealEvent.AppealDecided(code, number, outcome.orElseThrow()));
        return new Changed(appeal.toAppeal(), true);
    }

    private void tell(AppealEvent event) {
        outbox.append(AppealEvent.TOPIC, event.evaluation(), event.type(), event);
    }

    /** For the bureau and the operator. */
    @Transactional
    List<Appeal> list(String code) {
        Standing standing = access.read(code);
        if (!standing.bureau() && !standing.operator()) {
            throw CommonProblem.NOT_ALLOWED.because("申诉只对民政局和承办方显示");
        }
        return appeals.of(code).stream().map(AppealEntity::toAppeal).toList();
    }
}
