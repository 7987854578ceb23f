package cn.mingjian.report.assignment;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import cn.mingjian.report.evaluation.Evaluation;
import cn.mingjian.report.evaluation.Evaluations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The result is final: asks for the final report. */
@ApplicationScoped
class ResultFinalisedListener implements EventListener<ResultFinalisedListener.ResultFinalised> {

    record ResultFinalised(String evaluation, int resultVersion) {}

    private final Evaluations evaluations;
    private final Assignments assignments;

    ResultFinalisedListener(Evaluations evaluations, Assignments assignments) {
        this.evaluations = evaluations;
        this.assignments = assignments;
    }

    @Override
    public String topic() {
        return "scoring.evaluation";
    }

    @Override
    public String type() {
        return "cn.mingjian.scoring.ResultFinalised.v1";
    }

    @Override
    public Class<ResultFinalised> payload() {
        return ResultFinalised.class;
    }

    @Override
    public Outcome on(Event<ResultFinalised> event) {
        ResultFinalised finalised = event.payload();
        Optional<Evaluation> evaluation = evaluations.locked(finalised.evaluation());
        if (evaluation.flatMap(Evaluation::snapshot).isEmpty()) {
            return Outcome.waitsFor("frozen evidence of " + finalised.evaluation());
        }
        assignments.finalReport(finalised.evaluation(), finalised.resultVersion());
        return Outcome.applied();
    }
}
