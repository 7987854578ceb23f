package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.ProblemException;
import cn.mingjian.scoring.score.Party;
import java.util.Optional;
import java.util.Set;

/**
 * What the caller is to one evaluation: the roles its token gives it at the station, and its seat on the panel. The one
 * place that knows who may do what; whatever is not allowed here is refused.
 *
 * @param reportService whether it is the report service, for which there is nothing to read before all have submitted
 * @param named the account's seat, recused or not, whatever roles its token carries
 * @param seat the same when the token carries the role of the seat's party
 */
public record Standing(
        Evaluation evaluation,
        boolean bureau,
        boolean operator,
        boolean reportService,
        Optional<Seat> named,
        Optional<Seat> seat) {

    /** Whether the evaluation exists for this caller at all. */
    boolean isNobody() {
        return !bureau && !operator && !reportService && named.isEmpty();
    }

    /** Somebody who takes part in one of the roles that an operation is for. */
    void requireOneOf(Set<String> roles) {
        boolean aside = (bureau && roles.contains(Roles.BUREAU))
                || (operator && roles.contains(Roles.OPERATOR))
                || (reportService && roles.contains(Roles.REPORT_SERVICE));
        if (!aside) {
            Seat own = seat.orElseThrow(Standing::notOnPanel);
            if (!roles.contains(own.party().role())) {
                throw notAllowed();
            }
        }
    }

    public void requireBureau() {
        if (!bureau) {
            throw notAllowed();
        }
    }

    /** The bureau's account that decides must not be on the panel, recused or not. */
    public void requireUninvolvedBureau() {
        requireBureau();
        if (named.isPresent()) {
            throw EvaluationProblem.INVOLVED.because("当前账号在本次评估的评估团队中，须由其他账号办理");
        }
    }

    /**
     * Whoever may know who has submitted: the bureau, but until the end of blindness no account that is itself on the
     * panel, in whichever portal it asks.
     */
    public void requireProgressReader() {
        if (evaluation.phase().isDisclosed()) {
            requireBureau();
        } else {
            requireUninvolvedBureau();
        }
    }

    public void requireOperator() {
        if (!operator) {
            throw notAllowed();
        }
    }

    /** The evaluator's own seat, of someone who still takes part. */
    public Seat requireOwn(String evaluator) {
        Seat own = requireSeat();
        if (!own.evaluator().equals(evaluator)) {
            throw EvaluationProblem.NOT_ON_PANEL.because("只能查看和填写本人的内容");
        }
        return own;
    }

    /**
     * The evaluator itself, recused or not, or the lead of its party.
     *
     * @param party the evaluator's; empty when nobody of that code is on the panel
     */
    public void requireOwnOrLead(String evaluator, Optional<Party> party) {
        if (seat.filter(mine -> mine.reads(evaluator, party)).isEmpty()) {
            throw EvaluationProblem.NOT_ON_PANEL.because("只能查看和填写本人的内容");
        }
    }

    /**
     * A member of an evaluator's own party.
     *
     * @param party the evaluator's; empty when nobody of that code is on the panel
     */
    void requireFellow(Optional<Party> party) {
        if (seat.filter(mine -> party.filter(its -> its == mine.party()).isPresent())
                .isEmpty()) {
            throw EvaluationProblem.NOT_ON_PANEL.because("只能办理本方评委的纸质评分表");
        }
    }

    /** A member of the party. */
    void requireOf(Party party) {
        if (seat.filter(mine -> mine.party() == party).isEmpty()) {
            throw EvaluationProblem.NOT_ON_PANEL.because("当前账号不是%s的评委", party.title());
        }
    }

    /** The evaluator's own seat even after recusal: pledge and recusal stay its own. */
    public Seat requireNamed(String evaluator) {
        return seat.filter(mine -> mine.evaluator().equals(evaluator))
                .orElseThrow(() -> EvaluationProblem.NOT_ON_PANEL.because("只能办理本人的承诺与回避"));
    }

    /** The seat of an evaluator who may score. */
    public Seat requireEligible(String evaluator) {
        requireOwn(evaluator);
        return requirePledged();
    }

    /** The seat of an evaluator who has pledged: to nobody else of the panel anything opens. */
    public Seat requirePledged() {
        Seat own = requireSeat();
        if (!own.pledged()) {
            throw EvaluationProblem.NOT_ON_PANEL.because("尚未签署廉洁责任承诺书，不能查看数据和评分，也不能办理本方事项");
        }
        return own;
    }

    /** The seat of a member of the party who has pledged: to nobody else anything of the party is open. */
    public Seat requirePledgedOf(Party party) {
        requireOf(party);
        return requirePledged();
    }

    /** The same of the party's lead. */
    public Seat requirePledgedLead(Party party) {
        Seat own = requirePledgedOf(party);
        if (!own.lead()) {
            throw EvaluationProblem.LEAD_ONLY.because("须由%s组长办理", party.title());
        }
        return own;
    }

    /** Readers of what all participants may know, evaluators before their pledge too: the round, its panel, rubric and dates. */
    public void requireParticipant() {
        if (!bureau && !operator && !reportService) {
            requireSeat();
        }
    }

    /** Readers of what is evidence and no secret of anybody's: as participants, but of the panel only those who have pledged. */
    public void requireReader() {
        if (!bureau && !operator && !reportService) {
            requirePledged();
        }
    }

    /** Readers of frozen evidence and fieldwork: everybody but the operator, of the panel those who have pledged. */
    public void requireBureauOrPanelOrReport() {
        if (!bureau && !reportService) {
            requirePledged();
        }
    }

    /** Readers of results and findings of all parties: nobody until all have submitted; once it is closed, of the panel who has pledged. */
    public void requireDisclosed() {
        boolean closed = evaluation.phase() instanceof Phase.Closed;
        if (!bureau && !reportService) {
            requirePledged();
            if (!closed) {
                throw EvaluationProblem.NOT_DISCLOSED.because("评估办结后方可查看");
            }
        }
        if (!evaluation.phase().isDisclosed()) {
            throw EvaluationProblem.NOT_DISCLOSED.because("四方全部提交后方可查看");
        }
    }

    /** The seat of an evaluator who still takes part. */
    public Seat requireSeat() {
        Seat own = seat.orElseThrow(Standing::notOnPanel);
        if (own.recused()) {
            throw EvaluationProblem.RECUSED.because("回避已生效");
        }
        return own;
    }

    private static ProblemException notOnPanel() {
        return EvaluationProblem.NOT_ON_PANEL.because("当前账号不在本次评估的评估团队中，或令牌不含该方角色");
    }

    private static ProblemException notAllowed() {
        return CommonProblem.NOT_ALLOWED.because("当前账号不具备所需的角色或不在该站点范围内");
    }
}
