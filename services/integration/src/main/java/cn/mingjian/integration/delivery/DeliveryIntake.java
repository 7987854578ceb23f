package cn.mingjian.integration.delivery;

import cn.mingjian.integration.delivery.Deliveries.BadLine;
import cn.mingjian.integration.record.RecordLine;
import cn.mingjian.integration.record.ServiceRecord;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.rules.record.RecordForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes in one delivery: at any time it holds one chunk of records, some bad lines and the line being read. */
final class DeliveryIntake {
    private static final int RECORDS_A_CHUNK = 500;
    /** Well under what a broker takes as one message. */
    private static final int BYTES_A_CHUNK = 1 << 19;

    /** What a record's names and missing fields add to its line, at most. */
    private static final int BYTES_AROUND_A_LINE = 200;

    private static final int BAD_LINES_AT_ONCE = 100;

    private final Place station;
    private final String key;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final List<ServiceRecord> records = new ArrayList<>();
    private final List<BadLine> badLines = new ArrayList<>();
    private int chunk;
    private int bytes;
    private long lines;
    private long quarantined;

    DeliveryIntake(Place station, String key, Deliveries deliveries, Outbox outbox) {
        this.station = station;
        this.key = key;
        this.deliveries = deliveries;
        this.outbox = outbox;
    }

    /** One chunk of a delivery; the last one may be empty, and tells that nothing is missing. */
    record ServiceRecordsReceived(
            String district, String station, String delivery, int chunk, boolean last, List<ServiceRecord> records) {}

    /** Reads to the end; blank lines are no lines. */
    void readAll(InputStream body) throws IOException {
        var parser = new LineParser(station.station());
        var reader = new LineReader(body, RecordForm.LONGEST_LINE);
        for (var line = reader.next(); line.isPresent(); line = reader.next()) {
            if (!line.get().isBlank()) {
                lines++;
                take(line.get(), parser);
            }
        }
        setAside();
        send(true);
    }

    long lines() {
        return lines;
    }

    long quarantined() {
        return quarantined;
    }

    private void take(LineReader.Line line, LineParser parser) {
        switch (parser.parse(line)) {
            case RecordLine.Accepted(var record) -> {
                var size = line.content().length + BYTES_AROUND_A_LINE;
                if (records.size() == RECORDS_A_CHUNK || bytes + size > BYTES_A_CHUNK) {
                    send(false);
                }
                records.add(record);
                bytes += size;
            }
            case RecordLine.Quarantined(var reason) -> {
                quarantined++;
                badLines.add(new BadLine(
                        line.number(), storable(reason), storable(new String(line.content(), StandardCharsets.UTF_8))));
                if (badLines.size() == BAD_LINES_AT_ONCE) {
                    setAside();
                }
            }
        }
    }

    private void send(boolean last) {
        outbox.append(
                "integration.record",
                station.path(),
                "cn.mingjian.integration.ServiceRecordsReceived.v1",
                new ServiceRecordsReceived(
                        station.district(), station.station(), key, chunk, last, List.copyOf(records)));
        records.clear();
        bytes = 0;
        chunk++;
    }

    private void setAside() {
        deliveries.quarantine(station, key, badLines);
        badLines.clear();
    }

    /** PostgreSQL's text holds every character but one. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
