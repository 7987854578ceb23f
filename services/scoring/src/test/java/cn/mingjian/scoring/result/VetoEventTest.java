package cn.mingjian.scoring.result;

import cn.mingjian.platform.test.EventContract;
import org.junit.jupiter.api.Test;

class VetoEventTest {

    @Test
    void tellsOfVetoesAsPromised() {
        EventContract.holds(new VetoEvent.VetoRaised("dagang-2023-final", 1));
        EventContract.holds(new VetoEvent.VetoDecided("dagang-2023-final", 1));
    }
}
