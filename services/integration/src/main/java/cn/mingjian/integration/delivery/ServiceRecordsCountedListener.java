package cn.mingjian.integration.delivery;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes on the receipt what indicator made of a delivery. */
@ApplicationScoped
class ServiceRecordsCountedListener implements EventListener<ServiceRecordsCountedListener.ServiceRecordsCounted> {
    private final Deliveries deliveries;

    ServiceRecordsCountedListener(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** indicator's event. */
    record ServiceRecordsCounted(
            String district, String station, String delivery, long accepted, long duplicates, long conflicts) {}

    @Override
    public String topic() {
        return "indicator.delivery";
    }

    @Override
    public String type() {
        return "cn.mingjian.indicator.ServiceRecordsCounted.v1";
    }

    @Override
    public Class<ServiceRecordsCounted> payload() {
        return ServiceRecordsCounted.class;
    }

    @Override
    public Outcome on(Event<ServiceRecordsCounted> event) {
        var counted = event.payload();
        deliveries.counted(
                Place.station(counted.district(), counted.station()),
                counted.delivery(),
                new Receipt.Counted(counted.accepted(), counted.duplicates(), counted.conflicts()));
        return Outcome.applied();
    }
}
