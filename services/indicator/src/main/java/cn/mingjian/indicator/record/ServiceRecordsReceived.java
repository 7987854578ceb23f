package cn.mingjian.indicator.record;

import java.util.List;

/** integration's event: one chunk of a delivery. */
public record ServiceRecordsReceived(
        String district, String station, String delivery, int chunk, boolean last, List<ServiceRecord> records) {
    String place() {
        return district + "/" + station;
    }
}
