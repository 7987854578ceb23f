package cn.mingjian.scoring.appeal;

import cn.mingjian.platform.test.EventContract;
import org.junit.jupiter.api.Test;

class AppealEventTest {

    @Test
    void tellsOfAppealsAsPromised() {
        EventContract.holds(new AppealEvent.AppealLodged("dagang-2023-final", 1));
        EventContract.holds(new AppealEvent.AppealDecided("dagang-2023-final", 1, AppealEntity.Decision.REFUSED));
    }
}
