package cn.mingjian.district.station;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.test.EventContract;
import org.junit.jupiter.api.Test;

class StationEventTest {

    private static final StationEvent REGISTERED =
            new StationEvent.StationRegistered("nansha", "dagang", 1, "大岗镇社工服务站");

    @Test
    void tellsOfAStationAsPromised() {
        EventContract.holds(REGISTERED);
    }

    @Test
    void isNamedAsTheTopicsDescriptionNamesIt() {
        assertThat(REGISTERED.type())
                .isEqualTo(EventContract.read("StationRegistered.schema.json")
                        .get("title")
                        .asText());
    }
}
