package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.rules.form.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One cell of the correct bundle is changed: that does no harm, or is told at its line. */
class MutationTest {

    private static final Pattern FAULT = Pattern.compile("(?s)([^:]+):(\\d+): ([^:]+): (.*)");

    /** Columns that other lines hang on: what a change of them breaks may be told there, of the same code or party. */
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

            Field column = mutation.file().shape().fields().get(mutation.column());
            String value = after.split(",", -1)[mutation.column()];
            boolean unreadable = value.isBlank()
                    ? !column.mayBeEmpty()
                    : column.form().fault(value).isPresent();
            boolean elsewhere = !unreadable
                    && CITED_ELSEWHERE.getOrDefault(mutation.file(), Set.of()).contains(column.name());
            String here = "%s:%d: ".formatted(mutation.file().file(), line);
            List<String> codes = List.of(code(before, mutation), code(after, mutation));
            String what = "%s → %s".formatted(before, after);
            assertThat(faults.stream().anyMatch(fault -> fault.startsWith(here)) || !unreadable)
                    .as(what)
                    .isTrue();
            assertThat(faults)
                    .as(what)
                    .allMatch(fault -> fault.startsWith(here)
                            || fault.contains("第 %d 行".formatted(line))
                            || elsewhere && isAbout(codes, fault, draft));
        }
    }

    /** The code of the row: what is scored or scores when that is changed, else the row's own. */
    private static String code(String line, Mutation mutation) {
        return line.split(",", -1)[mutation.file() == CsvFile.SCORES ? mutation.column() : 0];
    }

    /** Whether a fault names one of these codes, stands in a line that has one of them, or is about a party as a whole. */
    private static boolean isAbout(List<String> codes, String fault, Draft draft) {
        Matcher place = FAULT.matcher(fault);
        assertThat(place.matches()).isTrue();
        String line = draft.lines(place.group(1)).get(Integer.parseInt(place.group(2)) - 1);
        return codes.stream().anyMatch(code -> fault.contains("“" + code + "”") || line.contains(code))
                || place.group(1).equals("panel.csv") && Set.of("role", "party").contains(place.group(3));
    }

    private static String mutated(String line, Mutation mutation, List<String> lines) {
        List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
        String other = lines.get(1 + mutation.other() % (lines.size() - 1)).split(",", -1)[mutation.column()];
        cells.set(mutation.column(), mutation.becomes().equals("OTHER") ? other : mutation.becomes());
        return String.join(",", cells);
    }
}
