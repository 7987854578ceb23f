package cn.mingjian.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found in one service: all of it counted, the first twenty of each kind kept. */
final class Findings {

    private static final int KEPT = 20;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<Finding.Kind, Integer> counts = new EnumMap<>(Finding.Kind.class);

    void add(Finding finding) {
        if (counts.merge(finding.kind(), 1, Integer::sum) <= KEPT) {
            kept.add(finding);
        }
    }

    List<Finding> kept() {
        return Collections.unmodifiableList(kept);
    }

    /** How many there are beyond those kept. */
    int beyond() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() - kept.size();
    }
}
