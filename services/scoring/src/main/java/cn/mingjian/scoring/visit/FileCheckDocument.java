package cn.mingjian.scoring.visit;

import cn.mingjian.scoring.evaluation.Fields;

/**
 * What was found in one file of a sample, as sent and kept.
 *
 * @param outcome COMPLETE, GAPS or NOT_FOUND
 * @param note needed unless it is complete
 */
public record FileCheckDocument(String outcome, String note) {

    enum Outcome {
        COMPLETE,
        GAPS,
        NOT_FOUND
    }

    /** Ends the request with everything that is wrong with it. */
    void check() {
        Fields fields = new Fields();
        boolean complete = fields.oneOf(Outcome.class, "/outcome", outcome)
                .filter(Outcome.COMPLETE::equals)
                .isPresent();
        if (!complete || note != null) {
            fields.text("/note", note);
        }
        fields.refuse();
    }
}
