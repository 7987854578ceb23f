package cn.mingjian.indicator.record;

import cn.mingjian.indicator.completion.ReviewBacklog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One version of one record of the municipal platform. */
public record ServiceRecord(
        String id,
        int version,
        String type,
        LocalDate occurredOn,
        Status status,
        OffsetDateTime submittedAt,
        @Nullable OffsetDateTime reviewedAt,
        @Nullable String area,
        @Nullable String community,
        @Nullable Long attendance) {

    /** What became of a record; only approved ones count. */
    public enum Status {
        SUBMITTED,
        APPROVED,
        RETURNED
    }

    /** The day it was submitted, in China. */
    public LocalDate submittedDay() {
        return ReviewBacklog.day(submittedAt);
    }

    /** Equal for equal content: a repeat is told from a conflict by it. Instants are equal whatever their offset. */
    public byte[] contentHash() {
        var content = Stream.of(
                        type,
                        occurredOn,
                        status,
                        submittedAt.toInstant(),
                        reviewedAt == null ? "" : reviewedAt.toInstant(),
                        area == null ? "" : area,
                        community == null ? "" : community,
                        attendance == null ? "" : attendance)
                .map(Object::toString)
                .map(field -> field.length() + ":" + field)
                .collect(Collectors.joining());
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
