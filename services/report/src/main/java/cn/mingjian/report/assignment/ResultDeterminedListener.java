package cn.mingjian.report.assignment;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import cn.mingjian.report.evaluation.Evaluation;
import cn.mingjian.report.evaluation.Evaluations;
import cn.mingjian.report.evaluation.Evaluations.Seat;
import cn.mingjian.report.evaluation.Party;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provisional result exists: takes note of the panel and asks for a draft. */
@ApplicationScoped
class ResultDeterminedListener implements EventListener<ResultDeterminedListener.ResultDetermined> {

    record ResultDetermined(
            String evaluation,
            int resultVersion,
            List<Member> panel,
            @Nullable List<String> recused) {
        ResultDetermined {
            recused = recused == null ? List.of() : List.copyOf(recused);
        }
    }

    record Member(String account, Party party, boolean lead) {}

    private final Evaluations evaluations;
    private final Assignments assignments;

    ResultDeterminedListener(Evaluations evaluations, Assignments assignments) {
        this.evaluations = evaluations;
        this.assignments = assignments;
    }

    @Override
    public String topic() {
        return "scoring.result";
    }

    @Override
    public String type() {
        return "cn.mingjian.scoring.ResultDetermined.v1";
    }

    @Override
    public Class<ResultDetermined> payload() {
        return ResultDetermined.class;
    }

    @Override
    public Outcome on(Event<ResultDetermined> event) {
        ResultDetermined determined = event.payload();
        Optional<Evaluation> evaluation = evaluations.locked(determined.evaluation());
        if (evaluation.flatMap(Evaluation::snapshot).isEmpty()) {
            return Outcome.waitsFor("frozen evidence of " + determined.evaluation());
        }
        evaluations.determined(
                determined.evaluation(),
                determined.resultVersion(),
                determined.panel().stream()
                        .map(member -> new Seat(member.account(), member.party(), member.lead()))
                        .toList(),
                determined.recused());
        assignments.draft(determined.evaluation(), determined.resultVersion());
        return Outcome.applied();
    }
}
