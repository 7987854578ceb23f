package cn.mingjian.scoring.visit;

import cn.mingjian.rules.form.Form;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.Fields;
import java.time.Instant;

/**
 * A conversation, as sent and kept; who was asked stays nameless.
 *
 * @param channel FACE or PHONE
 * @param group who was asked: SERVICE_USER, COMMUNITY_COMMITTEE …
 */
public record InterviewDocument(String on, String channel, String group, String summary) {

    enum Channel {
        FACE,
        PHONE
    }

    /** Ends the request with everything that is wrong with it. */
    void check(Evaluation evaluation, Instant now) {
        Fields fields = new Fields();
        fields.happened("/on", on, evaluation, now);
        fields.oneOf(Channel.class, "/channel", channel);
        fields.value("/group", group, Form.WORD);
        fields.text("/summary", summary);
        fields.refuse();
    }
}
