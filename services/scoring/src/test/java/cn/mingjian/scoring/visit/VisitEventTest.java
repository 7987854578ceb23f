package cn.mingjian.scoring.visit;

import cn.mingjian.platform.test.EventContract;
import org.junit.jupiter.api.Test;

class VisitEventTest {

    @Test
    void tellsOfTheNoticeAsPromised() {
        EventContract.holds(new VisitEvent.NoticeIssued("dagang-2023-final", 1, "2024-06-27"));
    }
}
