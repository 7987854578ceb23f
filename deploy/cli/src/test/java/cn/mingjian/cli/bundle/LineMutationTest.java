package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One line of one file of the correct bundle is deleted, doubled, swapped with the next one or cut off. */
class LineMutationTest {
    private static final Set<String> YAML = Set.of(
            "evaluation.yaml", "rubric.yaml", "claims.yaml", "findings.yaml", "feedback.yaml", "remediation.yaml");

    enum Change {
        DELETED,
        DOUBLED,
        SWAPPED,
        CUT
    }

    /** A line of a file, what becomes of it, and after which of its characters it is cut. */
    record Mutation(String file, int line, Change change, int cut) {}

    @Provide
    Arbitrary<Mutation> inTables() {
        return mutations(Arrays.stream(CsvFile.values()).map(CsvFile::file).toList());
    }

    @Provide
    Arbitrary<Mutation> inYaml() {
        return mutations(YAML.stream().sorted().toList());
    }

    @Provide
    Arbitrary<Mutation> inRecords() {
        return mutations(List.of(RecordsFile.FILE));
    }

    private static Arbitrary<Mutation> mutations(List<String> files) {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 9999);
        return Combinators.combine(Arbitraries.of(files), any, Arbitraries.of(Change.values()), any)
                .as(Mutation::new);
    }

    @Property(tries = 200)
    void ofATableIsHarmlessOrToldWhereItShows(@ForAll("inTables") Mutation mutation) {
        Changed changed = Changed.by(mutation);
        CsvFile kind = Stream.of(CsvFile.values())
                .filter(file -> file.file().equals(mutation.file()))
                .findFirst()
                .orElseThrow();

        if (changed.line() == 1) {
            boolean known = mutation.change() == Change.DOUBLED;
            Mutations.assertTold(
                    mutation.file(),
                    line -> known ? line == 2 : line <= 2,
                    citing(mutation, !known),
                    changed.what(),
                    changed.faults());
            assertThat(changed.faults()).as(changed.what()).isNotEmpty();
            return;
        }
        switch (mutation.change()) {
            case SWAPPED -> assertThat(changed.faults()).as(changed.what()).isEmpty();
            case DOUBLED ->
                assertThat(changed.faults())
                        .as(changed.what())
                        .hasSize(kind.shape().key().isEmpty() ? 0 : 1)
                        .allMatch(fault -> fault.startsWith("%s:%d: ".formatted(mutation.file(), changed.line() + 1)));
            case DELETED ->
                Mutations.assertTold(
                        mutation.file(), line -> false, citing(mutation, true), changed.what(), changed.faults());
            case CUT ->
                Mutations.assertTold(
                        mutation.file(),
                        line -> line == changed.line(),
                        citing(mutation, true),
                        changed.what(),
                        changed.faults());
        }
    }

    @Property(tries = 200)
    void ofAYamlFileIsHarmlessOrToldWhereItShows(@ForAll("inYaml") Mutation mutation) {
        Changed changed = Changed.by(mutation);
        Set<Integer> told = new HashSet<>();
        for (int line : List.of(
                changed.line(), Math.min(changed.line() + 1, changed.before().size()))) {
            told.addAll(Mutations.parents(changed.before(), line));
        }
        // What stood below a key that is gone belongs to the key above it.
        int last = Math.max(changed.line() + 1, Mutations.lastBelow(changed.before(), changed.line()));
        while (last < changed.before().size() && !changed.before().get(last).matches("(\\S|  - |    - ).*")) {
            last++;
        }
        int end = last;
        if (changed.faults().size() == 1 && changed.faults().getFirst().contains(": yaml: ")) {
            // What no longer fits may be the next key of a parent.
            end = changed.before().size();
        }
        int furthest = end;

        Mutations.assertTold(
                mutation.file(),
                line -> told.contains(line) || line >= changed.line() && line <= furthest + 1,
                citing(mutation, true),
                changed.what(),
                changed.faults());
    }

    @Property(tries = 80)
    void ofTheRecordsIsHarmlessOrToldAtItsLine(@ForAll("inRecords") Mutation mutation) {
        Changed changed = Changed.by(mutation);

        assertThat(changed.faults())
                .as(changed.what())
                .hasSize(mutation.change() == Change.CUT && changed.isCutInside() ? 1 : 0)
                .allMatch(fault -> fault.startsWith("%s:%d: json: ".formatted(mutation.file(), changed.line())));
    }

    private static Set<String> citing(Mutation mutation, boolean all) {
        return all ? Mutations.CITING.getOrDefault(mutation.file(), Set.of()) : Set.of();
    }

    private record Changed(List<String> before, int line, int cut, List<String> faults, String what) {

        static Changed by(Mutation mutation) {
            List<String> lines;
            try (Draft draft = Draft.ofDagang()) {
                lines = draft.lines(mutation.file());
            }
            List<String> before = List.copyOf(lines);
            int line = 1 + mutation.line() % lines.size();
            String text = lines.get(line - 1);
            int cut = mutation.cut() % Math.max(1, text.length());
            switch (mutation.change()) {
                case DELETED -> lines.remove(line - 1);
                case DOUBLED -> lines.add(line, text);
                case SWAPPED -> {
                    Assume.that(line < lines.size());
                    Collections.swap(lines, line - 1, line);
                }
                case CUT -> lines.set(line - 1, text.substring(0, cut));
            }
            String what = "%s:%d %s %s, cut after %d".formatted(mutation.file(), line, mutation.change(), text, cut);
            return new Changed(before, line, cut, Mutations.faults(mutation.file(), lines), what);
        }

        boolean isCutInside() {
            return cut > 0;
        }
    }
}
