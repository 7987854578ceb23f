package cn.mingjian.cli.bundle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a bundle; a fault found twice counts once. */
final class Faults {
    private final Set<Fault> found = new LinkedHashSet<>();

    void add(String file, int line, String field, String message) {
        found.add(new Fault(file, line, field, message));
    }

    void add(Fault fault) {
        found.add(fault);
    }

    List<Fault> sorted() {
        return found.stream().sorted(Fault.BY_PLACE).toList();
    }
}
