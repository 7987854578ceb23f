package cn.mingjian.indicator.evidence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resources (资源整合) that the operator brought in. */
public record ResourcesDocument(List<Resource> resources) {
    /** The kind under which {@code Documents} keeps it. */
    public static final String KIND = "resources";

    /** One contribution: when, by whom, cash, goods, service or venue, its value in yuan, and what for. */
    public record Resource(
            @Nullable LocalDate on,
            @Nullable String provider,
            @Nullable String kind,
            @Nullable String value,
            @Nullable String area,
            @Nullable String purpose) {}
}
