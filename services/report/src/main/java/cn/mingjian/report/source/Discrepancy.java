package cn.mingjian.report.source;

import org.jspecify.annotations.Nullable;

/** Two figures that should agree and do not; {@code right} is null when the computed figure is unknown. */
public record Discrepancy(
        String rule,
        String subject,
        @Nullable String left,
        @Nullable String right) {}
