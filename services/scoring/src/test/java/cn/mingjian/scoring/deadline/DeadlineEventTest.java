package cn.mingjian.scoring.deadline;

import cn.mingjian.platform.test.EventContract;
import cn.mingjian.scoring.score.Party;
import org.junit.jupiter.api.Test;

class DeadlineEventTest {

    @Test
    void tellsUntilWhenAPartyMayScoreAsPromised() {
        EventContract.holds(
                new DeadlineEvent.DeadlineSet("dagang-2023-final", Party.THIRD_PARTY, "2024-07-05T10:00:00Z"));
    }
}
