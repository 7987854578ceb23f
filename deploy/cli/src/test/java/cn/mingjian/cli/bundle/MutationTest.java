package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One cell of the correct bundle is changed: that does no harm, or is told at its line. */
class MutationTest {

    /** Columns that other lines hang on: what a change of them breaks is told there. */
    private static final Map<CsvFile, Set<String>> CITED_ELSEWHERE = Map.of(
            CsvFile.AREAS, Set.of("code"),
            CsvFile.INDICATORS, Set.of("code", "scope", "kind"),
            CsvFile.ROSTER, Set.of("worker"),
            CsvFile.PANEL, Set.of("evaluator", "party", "role", "pledgedOn", "recused"),
            CsvFile.SCORES, Set.of("evaluator", "item"));

    /** A cell and what it becomes; another cell of the same column when nothing is given. */
    record Mutation(CsvFile file, int row, int column, int other, String becomes) {}

    @Provide
    Arbitrary<Mutation> mutations() {
        return Arbitraries.of(CsvFile.values())
                .flatMap(
                        file -> Arbitraries.integers().between(0, 9999).tuple2().flatMap(rows -> Arbitraries.integers()
                                .between(0, file.shape().fields().size() - 1)
                                .flatMap(column -> Arbitraries.of(
                                                "", "?", "-1", "1e3", "NaN", "2024-02-30", "true", "999", "OTHER")
                                        .map(becomes ->
                                                new Mutation(file, rows.get1(), column, rows.get2(), becomes)))));
    }

    @Property(tries = 250)
    void isHarmlessOrToldAtItsLine(@ForAll("mutations") Mutation mutation) {
        try (Draft draft = Draft.ofDagang()) {
            List<String> lines = draft.lines(mutation.file().file());
            int line = 2 + mutation.row() % (lines.size() - 1);
            String before = lines.get(line - 1);
            String after = mutated(before, mutation, lines);
            lines.set(line - 1, after);
            draft.write(mutation.file().file(), String.join("\n", lines) + "\n");

            List<String> faults = draft.faults();

            String column =
                    mutation.file().shape().fields().get(mutation.column()).name();
            boolean elsewhere =
                    CITED_ELSEWHERE.getOrDefault(mutation.file(), Set.of()).contains(column);
            String here = "%s:%d: ".formatted(mutation.file().file(), line);
            assertThat(faults.isEmpty()
                            || elsewhere
                            || faults.stream()
                                    .anyMatch(f -> f.startsWith(here) || f.contains("第 %d 行".formatted(line))))
                    .as("%s → %s: %s", before, after, faults)
                    .isTrue();
        }
    }

    private static String mutated(String line, Mutation mutation, List<String> lines) {
        List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
        String other = lines.get(1 + mutation.other() % (lines.size() - 1)).split(",", -1)[mutation.column()];
        cells.set(mutation.column(), mutation.becomes().equals("OTHER") ? other : mutation.becomes());
        return String.join(",", cells);
    }
}
