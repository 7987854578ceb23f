package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where it may show that a line of the Dagang bundle was changed. */
final class Mutations {
    private static final Pattern FAULT = Pattern.compile("(?s)([^:]+):(\\d+): .*");
    private static final Pattern KEY = Pattern.compile("( *(?:- )*)[^ ].*");

    /** The files that hang on what a file defines: an absence shows there. */
    static final Map<String, Set<String>> CITING = Map.of(
            "areas.csv",
            Set.of(
                    "targets.csv",
                    "declared.csv",
                    "roster.csv",
                    "resources.csv",
                    "findings.yaml",
                    "service-records.ndjson"),
            "indicators.csv",
            Set.of("indicators.csv", "targets.csv", "declared.csv", "rubric.yaml", "claims.yaml"),
            "roster.csv",
            Set.of("attendance.csv"),
            "panel.csv",
            Set.of("panel.csv", "scores.csv"),
            "scores.csv",
            Set.of("panel.csv"),
            "rubric.yaml",
            Set.of("panel.csv", "scores.csv"),
            "evaluation.yaml",
            Set.of("attendance.csv", "service-records.ndjson"));

    private Mutations() {}

    /** The faults of the bundle in which a file has other lines. */
    static List<String> faults(String file, List<String> lines) {
        try (Draft draft = Draft.ofDagang()) {
            return draft.write(file, String.join("\n", lines) + "\n").faults();
        }
    }

    /** Every fault has to be at one of these lines, or to name one of them. */
    static void assertToldAt(String file, Set<Integer> lines, String what, List<String> faults) {
        assertTold(file, lines::contains, Set.of(), what, faults);
    }

    /** Every fault has to be at one of these lines of the file, to name one of them, or to stand in another file that cites it. */
    static void assertTold(
            String file, Predicate<Integer> lines, Set<String> citing, String what, List<String> faults) {
        assertThat(faults).as(what).allSatisfy(fault -> {
            Matcher place = FAULT.matcher(fault);
            assertThat(place.matches()).isTrue();
            boolean here = place.group(1).equals(file) && lines.test(Integer.valueOf(place.group(2)));
            boolean named = place.group(1).equals(file) && namesOne(fault, lines);
            assertThat(here || named || citing.contains(place.group(1)))
                    .as(fault)
                    .isTrue();
        });
    }

    private static boolean namesOne(String fault, Predicate<Integer> lines) {
        return Pattern.compile("第 (\\d+) 行")
                .matcher(fault)
                .results()
                .anyMatch(match -> lines.test(Integer.valueOf(match.group(1))));
    }

    /** The lines of the keys and elements of a YAML file that a line stands in, the file's first line among them. */
    static List<Integer> parents(List<String> lines, int line) {
        List<Integer> parents = new ArrayList<>();
        int column = column(lines.get(line - 1));
        boolean opened = lines.get(line - 1).stripLeading().startsWith("- ");
        for (int above = line - 1; above > 0 && !(column == 0 && !opened); above--) {
            String text = lines.get(above - 1);
            boolean element = text.stripLeading().startsWith("- ");
            if (column(text) < column && !(opened && column(text) == column)
                    || element && column(text) == column && !opened) {
                parents.add(above);
                column = element && column(text) == column ? column : column(text);
                opened = element;
            }
        }
        parents.add(1);
        return parents;
    }

    /** The last line of what stands below a line's key: elements may stand in the key's own column. */
    static int lastBelow(List<String> lines, int line) {
        int indent = indent(lines.get(line - 1));
        int last = line;
        while (last < lines.size()
                && (indent(lines.get(last)) > indent
                        || indent(lines.get(last)) == indent
                                && lines.get(last).stripLeading().startsWith("- ")
                                && !lines.get(line - 1).stripLeading().startsWith("- "))) {
            last++;
        }
        return last;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** The column in which a line's key begins, behind the dashes of elements. */
    private static int column(String line) {
        Matcher key = KEY.matcher(line);
        return key.matches() ? key.group(1).length() : 0;
    }
}
