package cn.mingjian.cli.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Codes that one file defines and others cite. A citation of an unknown code is a fault, unless it follows from a fault
 * that is reported where the code should have been defined.
 */
final class Codes {
    private final String what;
    private final Set<String> known;
    private final int unreadable;
    private final boolean complete;
    private final Map<String, List<Fault>> unknown = new LinkedHashMap<>();

    /**
     * @param what what the codes stand for, in Chinese
     * @param unreadable how many definitions are there whose code could not be read
     * @param complete whether all definitions were read
     */
    Codes(String what, Collection<String> known, int unreadable, boolean complete) {
        this.what = what;
        this.known = new HashSet<>(known);
        this.unreadable = unreadable;
        this.complete = complete;
    }

    static Codes of(String what, Table table, String column) {
        List<String> known = table.values(column);
        return new Codes(what, known, table.rows().size() - known.size(), table.tells(column));
    }

    /** Whether a cited code is defined; what is unknown is reported by {@link #report}. */
    boolean cite(String file, int line, String field, String code) {
        if (complete && !known.contains(code)) {
            unknown.computeIfAbsent(code, c -> new ArrayList<>())
                    .add(new Fault(file, line, field, "没有这个%s：“%s”".formatted(what, code)));
        }
        return known.contains(code);
    }

    void cite(Table table, Row row, String column) {
        row.find(column).ifPresent(code -> cite(table.file(), row.line(), column, code));
    }

    /** A definition without a readable code is what the unknown code that is cited most (and not just once) means. */
    void report(Faults faults) {
        List<List<Fault>> byCitations = unknown.values().stream()
                .sorted(Comparator.comparing((List<Fault> cited) -> cited.size())
                        .reversed())
                .toList();
        for (int i = 0; i < byCitations.size(); i++) {
            if (i >= unreadable || byCitations.get(i).size() == 1) {
                byCitations.get(i).forEach(faults::add);
            }
        }
    }
}
