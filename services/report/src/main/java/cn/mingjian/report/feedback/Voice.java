package cn.mingjian.report.feedback;

import cn.mingjian.report.evaluation.Party;
import cn.mingjian.report.evaluation.Standing;
import java.util.Arrays;
import java.util.Locale;

/** Who answers. */
enum Voice {
    ON_SITE,
    OPERATOR,
    PURCHASER,
    SUPERVISOR;

    /** As it stands in a path: those who answer the draft. */
    static Voice parse(String path) {
        return Arrays.stream(values())
                .filter(voice -> voice != ON_SITE)
                .filter(voice -> voice.name().toLowerCase(Locale.ROOT).equals(path))
                .findFirst()
                .orElseThrow(() -> FeedbackProblem.FEEDBACK_SOURCE_UNKNOWN.because("没有来自 %s 的反馈", path));
    }

    /** Ends the request unless the caller may speak with this voice. */
    void requireFrom(Standing standing) {
        switch (this) {
            case ON_SITE -> standing.requireLead(Party.THIRD_PARTY);
            case OPERATOR -> standing.requireOperator();
            case PURCHASER -> standing.requireSeat(Party.PURCHASER);
            case SUPERVISOR -> standing.requireSeat(Party.SUPERVISOR);
        }
    }
}
