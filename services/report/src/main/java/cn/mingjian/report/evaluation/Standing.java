package cn.mingjian.report.evaluation;

import cn.mingjian.platform.problem.CommonProblem;
import java.util.List;
import java.util.Set;

/**
 * What the caller is to an evaluation.
 *
 * @param seats on the panel, of a party whose role the caller holds at the station
 * @param involved whether the account is or was on the panel at all, whatever its token carries
 */
public record Standing(
        Evaluation evaluation, boolean isBureau, boolean isOperator, List<Evaluations.Seat> seats, boolean involved) {

    boolean isParticipant() {
        return isBureau || isOperator || !seats.isEmpty();
    }

    /** Somebody who takes part in one of the roles that an operation is for. */
    void requireOneOf(Set<String> roles) {
        boolean takesPart = (isBureau && roles.contains(Roles.BUREAU))
                || (isOperator && roles.contains(Roles.OPERATOR))
                || seats.stream().anyMatch(seat -> roles.contains(seat.party().role()));
        if (!takesPart) {
            throw CommonProblem.NOT_ALLOWED.because("当前账号不具备所需的角色或不在评估团队中");
        }
    }

    public void requireBureau() {
        if (!isBureau) {
            throw CommonProblem.NOT_ALLOWED.because("只有区民政局可以进行此操作");
        }
    }

    public void requireOperator() {
        if (!isOperator) {
            throw CommonProblem.NOT_ALLOWED.because("只有承办方可以进行此操作");
        }
    }

    /** A bureau account that takes part in the scoring decides nothing of it. */
    public void requireUninvolvedBureau() {
        requireBureau();
        if (involved) {
            throw EvaluationProblem.INVOLVED.because("该账号是或曾是本次评估的评委，不得裁定异议");
        }
    }

    public void requireSeat(Party party) {
        if (seats.stream().noneMatch(seat -> seat.party() == party)) {
            throw EvaluationProblem.NOT_ON_PANEL.because("该账号不是本次评估的相应评委");
        }
    }

    public void requireLead(Party party) {
        requireSeat(party);
        if (seats.stream().noneMatch(seat -> seat.party() == party && seat.lead())) {
            throw EvaluationProblem.LEAD_ONLY.because("该账号不是组长");
        }
    }

    public void requirePhase(Phase phase) {
        if (evaluation.phase() != phase) {
            throw EvaluationProblem.PHASE_OVER.because("评估 %s 不在可以进行此操作的阶段", evaluation.code());
        }
    }
}
