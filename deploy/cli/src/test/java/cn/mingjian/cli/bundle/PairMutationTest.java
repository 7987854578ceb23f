package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two lines of the correct bundle are changed: what each of them breaks at its own line is told of both. */
class PairMutationTest {
    private static final Pattern VALUE = Pattern.compile("( *(?:- )?'?[A-Za-z_]+'?: )(.+)");
    private static final Map<String, List<String>> DAGANG = new LinkedHashMap<>();

    private static final Set<String> CODES = new HashSet<>();

    /** What cells and values become. */
    private static final List<String> VALUES =
            List.of("", "?", "-1", "1e3", "2024-02-30", "true", "999", "A9", "W99", "OTHER", "OTHER", "ADDED");

    /** The files whose codes are cited elsewhere. */
    private static final Set<String> DEFINING =
            Set.of("areas.csv", "indicators.csv", "roster.csv", "panel.csv", RubricFile.FILE, EvaluationFile.FILE);

    static {
        try (Draft draft = Draft.ofDagang()) {
            Stream.of(CsvFile.values()).map(CsvFile::file).forEach(file -> DAGANG.put(file, draft.lines(file)));
            Stream.of(
                            EvaluationFile.FILE,
                            RubricFile.FILE,
                            OtherFiles.CLAIMS,
                            OtherFiles.FINDINGS,
                            OtherFiles.FEEDBACK,
                            RecordsFile.FILE)
                    .forEach(file -> DAGANG.put(file, draft.lines(file)));
        }
        DEFINING.forEach(file -> DAGANG.getOrDefault(file, List.of())
                .forEach(line -> CODES.add(line.replaceFirst("^ *- code: ", "").split(",")[0])));
    }

    /** A line of a file, and what becomes of it; a line that is added stands behind the last one. */
    record Edit(String file, int line, String becomes) {

        Draft in(Draft draft) {
            List<String> lines = draft.lines(file);
            if (line > lines.size()) {
                lines.add(becomes);
            } else {
                lines.set(line - 1, becomes);
            }
            return draft.write(file, String.join("\n", lines) + "\n");
        }

        /** The faults that are told at this line. */
        List<String> own(List<String> places) {
            return places.stream()
                    .filter(place -> place.startsWith("%s:%d:".formatted(file, line)))
                    .toList();
        }

        /** Whether both change the same line, or have to do with the same code. */
        boolean isAbout(Edit other) {
            return file.equals(other.file) && line == other.line || !Collections.disjoint(codes(), other.codes());
        }

        private Set<String> codes() {
            List<String> lines = DAGANG.getOrDefault(file, List.of());
            String before = line > lines.size() ? "" : lines.get(line - 1);
            return Stream.of((before + "," + becomes).split("[,:'\"\\s{}]+"))
                    .filter(word -> CODES.contains(word) || VALUES.contains(word))
                    .collect(Collectors.toSet());
        }
    }

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 9999);
        return Combinators.combine(Arbitraries.of(DAGANG.keySet()), any, any, any, Arbitraries.of(VALUES))
                .as(PairMutationTest::edit);
    }

    private static Edit edit(String file, int anyLine, int anyColumn, int anyOther, String becomes) {
        List<String> lines = DAGANG.getOrDefault(file, List.of());
        if (file.endsWith(".csv")) {
            int line = 2 + anyLine % (lines.size() - 1);
            List<String> cells =
                    new ArrayList<>(Arrays.asList(lines.get(line - 1).split(",", -1)));
            String[] other = lines.get(1 + anyOther % (lines.size() - 1)).split(",", -1);
            int column = anyColumn % cells.size();
            cells.set(column, becomes.equals("OTHER") || becomes.equals("ADDED") ? other[column] : becomes);
            return new Edit(file, becomes.equals("ADDED") ? lines.size() + 1 : line, String.join(",", cells));
        }
        int line = 1 + anyLine % lines.size();
        String before = lines.get(line - 1);
        Matcher value = VALUE.matcher(before);
        Matcher other = VALUE.matcher(lines.get(anyOther % lines.size()));
        String after = value.matches()
                ? value.group(1) + (becomes.equals("OTHER") && other.matches() ? other.group(2) : "'" + becomes + "'")
                : before.replaceFirst("(?<=\"(area|station|status)\":\")[^\"]+", becomes);
        return new Edit(file, line, after);
    }

    @Property(tries = 200)
    void areBothTold(@ForAll("edits") Edit one, @ForAll("edits") Edit other) {
        Assume.that(!one.isAbout(other));

        List<String> both = places(one, other);

        List<String> alone = places(one);
        List<String> otherAlone = places(other);
        assertThat(both).as("%s and %s", one, other).containsAll(one.own(alone)).containsAll(other.own(otherAlone));
        if (!DEFINING.contains(one.file()) && !DEFINING.contains(other.file())) {
            assertThat(both)
                    .as("%s and %s", one, other)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(alone.stream(), otherAlone.stream()).toList());
        }
    }

    private static List<String> places(Edit... edits) {
        try (Draft draft = Draft.ofDagang()) {
            Stream.of(edits).forEach(edit -> edit.in(draft));
            return draft.places();
        }
    }
}
