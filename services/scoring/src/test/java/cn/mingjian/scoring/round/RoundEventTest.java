package cn.mingjian.scoring.round;

import cn.mingjian.platform.test.EventContract;
import cn.mingjian.scoring.score.Party;
import org.junit.jupiter.api.Test;

class RoundEventTest {

    @Test
    void tellsOfAFreezeAndASubmissionAsPromised() {
        EventContract.holds(new RoundEvent.EvidenceFrozen("dagang-2023-final", 12, 4));
        EventContract.holds(new RoundEvent.PartySubmitted("dagang-2023-final", Party.PURCHASER));
    }
}
