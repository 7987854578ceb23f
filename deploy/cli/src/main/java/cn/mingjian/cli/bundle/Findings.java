package cn.mingjian.cli.bundle;

import cn.mingjian.rules.FollowOns;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes what the rules find to its place in the files. A citation of an unknown code is a fault, unless it follows from a
 * fault that is reported where the code should have been defined.
 */
final class Findings {
    private final Faults faults;
    private final Map<Rule, Map<String, List<Fault>>> unknown = new EnumMap<>(Rule.class);

    Findings(Faults faults) {
        this.faults = faults;
    }

    /** A problem of a table's rows: its pointer begins with the position of a row ({@code -} stands for the table). */
    void add(Table table, Problem problem) {
        String[] steps = problem.pointer().substring(1).split("/", -1);
        int line = steps[0].equals("-")
                ? 1
                : table.rows().get(Integer.parseInt(steps[0])).line();
        add(problem, new Fault(table.file(), line, steps[1], problem.detail()));
    }

    /** A problem of one row. */
    void add(Table table, Row row, Problem problem) {
        add(problem, new Fault(table.file(), row.line(), problem.pointer().substring(1), problem.detail()));
    }

    /** A value that is wrong because of another one in its row. */
    void add(Table table, Row row, String column, String message) {
        faults.add(table.file(), row.line(), column, message);
    }

    void addAll(Table table, List<Problem> problems) {
        problems.forEach(problem -> add(table, problem));
    }

    /** A problem of one value of a YAML file. */
    void add(Branch place, Problem problem) {
        add(problem, place.wrong(problem.detail()));
    }

    void add(Problem problem, Fault fault) {
        if (problem.rule().citesCode()) {
            unknown.computeIfAbsent(problem.rule(), rule -> new LinkedHashMap<>())
                    .computeIfAbsent(problem.value(), code -> new ArrayList<>())
                    .add(fault);
        } else {
            faults.add(fault);
        }
    }

    /** Tells the citations of unknown codes, but for those of a code that a definition has lost. */
    void cited(Rule rule, Citations citations, List<Lost> lost) {
        Map<String, List<Fault>> cited = unknown.getOrDefault(rule, Map.of());
        List<Set<String>> meant = lost.stream()
                .map(definition -> definition.among(cited.keySet(), citations))
                .toList();
        FollowOns.unexplained(cited.keySet(), meant, Set::contains)
                .forEach(code -> cited.getOrDefault(code, List.of()).forEach(faults::add));
    }
}
