package cn.mingjian.indicator.record;

import cn.mingjian.indicator.evaluation.Evaluations;
import cn.mingjian.indicator.evaluation.EvidenceChanged;
import cn.mingjian.platform.event.BatchEventListener;
import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;

/**
 * Counts records, then has the achievement of each open evaluation of their stations made anew once, then says which deliveries
 * are counted whole: who hears of it reads figures that contain them.
 */
@ApplicationScoped
class ServiceRecordsReceivedListener implements BatchEventListener<ServiceRecordsReceived> {
    private final RecordIntake intake;
    private final Evaluations evaluations;
    private final Outbox outbox;
    private final jakarta.enterprise.event.Event<EvidenceChanged> changed;

    ServiceRecordsReceivedListener(
            RecordIntake intake,
            Evaluations evaluations,
            Outbox outbox,
            jakarta.enterprise.event.Event<EvidenceChanged> changed) {
        this.intake = intake;
        this.evaluations = evaluations;
        this.outbox = outbox;
        this.changed = changed;
    }

    @Override
    public String topic() {
        return "integration.record";
    }

    @Override
    public String type() {
        return "cn.mingjian.integration.ServiceRecordsReceived.v1";
    }

    @Override
    public Class<ServiceRecordsReceived> payload() {
        return ServiceRecordsReceived.class;
    }

    @Override
    public Outcome onAll(List<Event<ServiceRecordsReceived>> events) {
        var chunks = events.stream().map(Event::payload).toList();
        var stations = new TreeSet<String>();
        chunks.forEach(chunk -> stations.add(chunk.place()));
        stations.forEach(evaluations::lockStation);

        var fresh = intake.apply(chunks);

        stations.stream()
                .flatMap(station -> evaluations.openOf(station).stream())
                .forEach(evaluation -> changed.fire(new EvidenceChanged(evaluation)));
        record Delivery(String district, String station, String key) {}
        fresh.stream()
                .map(chunk -> new Delivery(chunk.district(), chunk.station(), chunk.delivery()))
                .distinct()
                .flatMap(delivery -> intake.counted(delivery.district(), delivery.station(), delivery.key()).stream())
                .forEach(counted -> counted.appendTo(outbox));
        return Outcome.applied();
    }
}
