package cn.mingjian.report.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator did about earlier concerns. */
public record Remediation(List<Item> items) {

    /** One concern, when it was raised, and what became of it (DONE, PARTIAL, OPEN). */
    public record Item(
            String raised,
            String title,
            String status,
            @Nullable String evidence) {}
}
