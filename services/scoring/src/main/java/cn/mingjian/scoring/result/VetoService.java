package cn.mingjian.scoring.result;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.rules.scoring.ScoringShapes;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Raises and decides vetoes; one that is upheld after the result exists makes a new version of it. */
@ApplicationScoped
class VetoService {

    private final Access access;
    private final Vetoes vetoes;
    private final ResultService results;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    VetoService(Access access, Vetoes vetoes, ResultService results, Caller caller) {
        this.access = access;
        this.vetoes = vetoes;
        this.results = results;
        this.caller = caller;
    }

    /** A veto, and whether this call changed it. */
    record Changed(Veto veto, boolean isNew) {}

    @Transactional
    Changed raise(String code, int number, String title, String reason) {
        Standing standing = access.change(code);
        standing.requireBureau();
        Fields fields = new Fields();
        fields.integer("/number", number, 1, Integer.MAX_VALUE);
        fields.of(ScoringShapes.VETO, "", "title", title);
        fields.of(ScoringShapes.VETO, "", "reason", reason);
        fields.refuse();
        VetoEntity known = vetoes.row(code, number).orElse(null);
        if (known != null) {
            if (!known.title.equals(title) || !known.reason.equals(reason)) {
                throw ResultProblem.VETO_DIFFERS.because("第 %d 项一票否决已登记", number);
            }
            return new Changed(known.toVeto(), false);
        }
        requireOpen(standing.evaluation(), "登记一票否决");
        VetoEntity veto = VetoEntity.of(code, number, title, reason, caller.account());
        vetoes.persist(veto);
        return new Changed(veto.toVeto(), true);
    }

    /** Decided by an account of the bureau that is not on the panel. */
    @Transactional
    Changed decide(String code, int number, Boolean upheld, String reason) {
        Standing standing = access.change(code);
        standing.requireUninvolvedBureau();
        Fields fields = new Fields();
        fields.present("/upheld", upheld);
        fields.text("/reason", reason);
        fields.refuse();
        VetoEntity veto = row(code, number);
        if (veto.upheld != null) {
            if (!veto.upheld.equals(upheld) || !veto.decisionReason.equals(reason)) {
                throw ResultProblem.VETO_DECIDED.because("第 %d 项一票否决已裁定", number);
            }
            return new Changed(veto.toVeto(), false);
        }
        requireOpen(standing.evaluation(), "裁定一票否决");
        veto.decide(upheld, reason, caller.account(), clock.instant());
        if (standing.evaluation().phase() instanceof Phase.Feedback) {
            results.determine(standing.evaluation(), () -> {});
        }
        return new Changed(veto.toVeto(), true);
    }

    @Transactional
    Veto get(String code, int number) {
        access.read(code).requireBureau();
        return row(code, number).toVeto();
    }

    @Transactional
    List<Veto> list(String code) {
        access.read(code).requireBureau();
        return vetoes.of(code);
    }

    private VetoEntity row(String code, int number) {
        return vetoes.row(code, number).orElseThrow(() -> ResultProblem.VETO_NOT_FOUND.because("没有第 %d 项一票否决", number));
    }

    private static void requireOpen(Evaluation evaluation, String what) {
        if (!evaluation.phase().isOpenForWork() && !(evaluation.phase() instanceof Phase.Feedback)) {
            throw evaluation.tooLateOrEarly(what);
        }
    }
}
