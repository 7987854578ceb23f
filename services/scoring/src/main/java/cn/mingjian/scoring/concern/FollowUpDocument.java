package cn.mingjian.scoring.concern;

import cn.mingjian.scoring.evaluation.Fields;

/**
 * What the operator does about a concern, as sent and kept.
 *
 * @param owner who sees to it
 * @param dueOn a day
 * @param evidence what shows it is done; needed with DONE
 * @param state PLANNED, UNDER_WAY or DONE
 */
public record FollowUpDocument(String owner, String dueOn, String measures, String evidence, String state) {

    enum State {
        PLANNED,
        UNDER_WAY,
        DONE
    }

    /** Ends the request with everything that is wrong with it. */
    void check() {
        Fields fields = new Fields();
        fields.text("/owner", owner);
        fields.date("/dueOn", dueOn);
        fields.text("/measures", measures);
        boolean done = fields.oneOf(State.class, "/state", state)
                .filter(State.DONE::equals)
                .isPresent();
        if (done || evidence != null) {
            fields.text("/evidence", evidence);
        }
        fields.refuse();
    }
}
