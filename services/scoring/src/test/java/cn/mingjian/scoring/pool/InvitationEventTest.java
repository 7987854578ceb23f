package cn.mingjian.scoring.pool;

import cn.mingjian.platform.test.EventContract;
import cn.mingjian.scoring.score.Party;
import org.junit.jupiter.api.Test;

class InvitationEventTest {

    @Test
    void tellsWhoWasAskedAsPromised() {
        EventContract.holds(new InvitationEvent.EvaluatorInvited(
                "dagang-2023-final", "7b1d0f6e-52a4-4c5e-9a55-0d6d0c0a8f11", Party.THIRD_PARTY));
    }
}
