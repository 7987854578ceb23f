package cn.mingjian.integration.record;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One version of one record of the municipal platform. */
public record ServiceRecord(
        String id,
        int version,
        String station,
        String type,
        LocalDate occurredOn,
        Status status,
        OffsetDateTime submittedAt,
        @Nullable OffsetDateTime reviewedAt,
        @Nullable String area,
        @Nullable String community,
        @Nullable Long attendance) {

    /** What became of a record. */
    public enum Status {
        SUBMITTED,
        APPROVED,
        RETURNED
    }
}
