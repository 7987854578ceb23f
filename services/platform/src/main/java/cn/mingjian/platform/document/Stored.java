package cn.mingjian.platform.document;

import java.time.Instant;

/**
 * One version of a document.
 *
 * @param version 1, 2, 3 … within owner and kind
 * @param recordedBy the account that handed it in, or {@code system} for computed ones
 * @param isNew whether this very call made the version; false when the content was already the latest
 */
public record Stored<T>(
        String owner, String kind, int version, T content, String recordedBy, Instant recordedAt, boolean isNew) {}
