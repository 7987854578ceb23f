package cn.mingjian.indicator.evaluation;

import cn.mingjian.indicator.completion.EvidenceWindow;
import cn.mingjian.indicator.completion.ReviewBacklog;
import cn.mingjian.platform.caller.Place;
import java.util.Optional;

/** One round for one station, as far as its indicators are concerned. */
public record Evaluation(
        String code,
        Place station,
        String agreement,
        int agreementVersion,
        EvidenceWindow window,
        ReviewBacklog backlog,
        boolean recordsExpected,
        Optional<FrozenEvidence> frozen) {

    /** Whether its evidence can no longer change. */
    public boolean isFrozen() {
        return frozen.isPresent();
    }
}
