package cn.mingjian.report.evaluation;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The door of every evaluation: finds it and says what the caller is to it. */
@ApplicationScoped
public class Access {

    private final Evaluations evaluations;
    private final Caller caller;

    Access(Evaluations evaluations, Caller caller) {
        this.evaluations = evaluations;
        this.caller = caller;
    }

    /** What the caller is to the evaluation, for reading. */
    @Transactional
    public Standing read(String code) {
        return standing(evaluations.find(code).orElseThrow(() -> notFound(code)));
    }

    /** The same with the evaluation locked until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Standing change(String code) {
        return standing(evaluations.locked(code).orElseThrow(() -> notFound(code)));
    }

    private Standing standing(Evaluation evaluation) {
        List<Evaluations.Seat> all = evaluations.seats(evaluation.code());
        List<Evaluations.Seat> own = all.stream()
                .filter(seat -> seat.account().equals(caller.account()))
                .toList();
        Standing standing = new Standing(
                evaluation,
                caller.holds(Roles.BUREAU, evaluation.place()),
                caller.holds(Roles.OPERATOR, evaluation.place()),
                own.stream()
                        .filter(seat -> caller.holds(seat.party().role(), evaluation.place()))
                        .toList(),
                !own.isEmpty() || evaluation.recused().contains(caller.account()));
        if (!standing.isParticipant()) {
            throw notFound(evaluation.code());
        }
        return standing;
    }

    private static ProblemException notFound(String code) {
        return EvaluationProblem.EVALUATION_NOT_FOUND.because("没有编码为 %s 的评估", code);
    }
}
