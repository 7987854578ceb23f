package cn.mingjian.scoring.concern;

import cn.mingjian.scoring.evaluation.Fields;

/**
 * What the bureau thinks of it.
 *
 * @param followUpVersion which word of the operator's it is about
 * @param outcome ACCEPTED or RETURNED
 */
public record VerificationDocument(Integer followUpVersion, String outcome, String reason) {

    enum Outcome {
        ACCEPTED,
        RETURNED
    }

    /** Ends the request with everything that is wrong with it. */
    void check() {
        Fields fields = new Fields();
        fields.integer("/followUpVersion", followUpVersion, 1, Integer.MAX_VALUE);
        fields.oneOf(Outcome.class, "/outcome", outcome);
        fields.text("/reason", reason);
        fields.refuse();
    }
}
