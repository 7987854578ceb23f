package cn.mingjian.indicator.record;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.event.Outbox;

/** Every chunk of a delivery has had its effect on the totals, and on the achievement of every open evaluation. */
record ServiceRecordsCounted(
        String district, String station, String delivery, long accepted, long duplicates, long conflicts) {

    void appendTo(Outbox outbox) {
        outbox.append(
                "indicator.delivery",
                Place.station(district, station).path(),
                "cn.mingjian.indicator.ServiceRecordsCounted.v1",
                this);
    }
}
