package cn.mingjian.scoring.visit;

import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.Fields;
import java.time.Instant;
import java.util.List;

/** A checklist of one site, as sent and kept. */
public record SiteCheckDocument(String on, List<Line> lines) {

    enum Subject {
        HARDWARE,
        NOTICE,
        SAFETY
    }

    enum Outcome {
        MET,
        NOT_MET,
        NOT_APPLICABLE
    }

    /**
     * One thing that was looked at.
     *
     * @param subject HARDWARE, NOTICE or SAFETY
     * @param outcome MET, NOT_MET or NOT_APPLICABLE
     * @param note needed with NOT_MET
     */
    public record Line(String subject, String title, String outcome, String note) {}

    /** Ends the request with everything that is wrong with it. */
    void check(Evaluation evaluation, Instant now) {
        Fields fields = new Fields();
        fields.happened("/on", on, evaluation, now);
        fields.each("/lines", lines, (at, line) -> {
            fields.oneOf(Subject.class, at + "/subject", line.subject());
            fields.text(at + "/title", line.title());
            boolean notMet = fields.oneOf(Outcome.class, at + "/outcome", line.outcome())
                    .filter(Outcome.NOT_MET::equals)
                    .isPresent();
            if (notMet || line.note() != null) {
                fields.text(at + "/note", line.note());
            }
        });
        fields.refuse();
    }
}
