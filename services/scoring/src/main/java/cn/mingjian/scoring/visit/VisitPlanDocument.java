package cn.mingjian.scoring.visit;

import cn.mingjian.rules.form.Form;
import cn.mingjian.scoring.evaluation.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who comes when and where, as sent and kept. */
public record VisitPlanDocument(List<Visit> visits) {

    private static final Form TIME =
            value -> value.matches("([01][0-9]|2[0-3]):[0-5][0-9]") ? Optional.empty() : Optional.of("应为时刻（如 09:30）");

    /**
     * One stop.
     *
     * @param from a time of day, as is {@code to}
     * @param evaluators codes of the panel
     */
    public record Visit(String on, String from, String to, String place, String purpose, List<String> evaluators) {}

    /** Ends the request with everything that is wrong with it. */
    void check(Set<String> panel) {
        Fields fields = new Fields();
        fields.each("/visits", visits, (at, visit) -> {
            fields.date(at + "/on", visit.on());
            var from = fields.value(at + "/from", visit.from(), TIME);
            var to = fields.value(at + "/to", visit.to(), TIME);
            if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) >= 0) {
                fields.wrong(at + "/to", "须晚于 " + from.get());
            }
            fields.text(at + "/place", visit.place());
            fields.text(at + "/purpose", visit.purpose());
            fields.each(at + "/evaluators", visit.evaluators(), (who, evaluator) -> {
                if (!panel.contains(evaluator)) {
                    fields.wrong(VisitProblem.EVALUATOR_UNKNOWN, who, "没有评委 " + evaluator);
                }
            });
        });
        fields.refuse();
    }
}
