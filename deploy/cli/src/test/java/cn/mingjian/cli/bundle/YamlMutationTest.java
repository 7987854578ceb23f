package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One value or key of the correct bundle's YAML files is changed: that does no harm, or is told at its line. */
class YamlMutationTest {
    private static final Pattern PAIR = Pattern.compile("( *(?:- )?)('?)([A-Za-z_]+)\\2:(?: (.+))?");

    /** Keys that other lines hang on: what a change of them breaks is told there. */
    private static final Map<String, Set<String>> CITED = Map.of(
            "evaluation.yaml", Set.of("code", "from", "to"),
            "rubric.yaml", Set.of("code", "max", "kind", "step", "items", "categories"));

    /** Keys whose rule reaches over a list or a period: told at its first line. */
    private static final Set<String> OF_A_WHOLE = Set.of("weight", "party", "from", "to");

    /** A line of a file, and what its value or its key becomes. */
    record Mutation(String file, int line, boolean key, String becomes) {}

    @Provide
    Arbitrary<Mutation> mutations() {
        Arbitrary<String> files = Arbitraries.of(
                "evaluation.yaml", "rubric.yaml", "claims.yaml", "findings.yaml", "feedback.yaml", "remediation.yaml");
        Arbitrary<String> values = Arbitraries.of(
                "",
                "~",
                "?",
                "'?'",
                "-1",
                "1e3",
                "NaN",
                "2024-02-30",
                "'true'",
                "999",
                "[x]",
                "{a: b}",
                "'",
                "\"",
                "*a",
                "&a",
                "a: b",
                "@",
                "\t",
                "MEAN",
                "indicator:none",
                "0",
                "100000000000000000000",
                "\u0000",
                "\u0085");
        return Combinators.combine(
                        files, Arbitraries.integers().between(0, 9999), Arbitraries.of(true, false, false), values)
                .as(Mutation::new);
    }

    @Property(tries = 250)
    void isHarmlessOrToldAtItsLine(@ForAll("mutations") Mutation mutation) {
        List<String> lines;
        try (Draft draft = Draft.ofDagang()) {
            lines = draft.lines(mutation.file());
        }
        int line = 1 + mutation.line() % lines.size();
        String before = lines.get(line - 1);
        Matcher pair = PAIR.matcher(before);
        Assume.that(pair.matches());
        Assume.that(mutation.key() || pair.group(4) != null);
        Set<Integer> told = new HashSet<>(Set.of(line));
        if (mutation.key()) {
            told.addAll(Mutations.parents(lines, line).subList(0, 1));
            lines.set(
                    line - 1,
                    pair.group(1) + "another"
                            + before.substring(pair.end(3) + pair.group(2).length()));
        } else {
            lines.set(line - 1, before.substring(0, pair.start(4)) + mutation.becomes());
        }
        if (OF_A_WHOLE.contains(pair.group(3))) {
            Mutations.parents(lines, line).forEach(parent -> {
                told.add(parent);
                told.add(parent + 1);
            });
        }
        String what = "%s:%d: %s → %s".formatted(mutation.file(), line, before, lines.get(line - 1));

        List<String> faults = Mutations.faults(mutation.file(), lines);

        Set<String> citing = CITED.getOrDefault(mutation.file(), Set.of()).contains(pair.group(3))
                ? Mutations.CITING.getOrDefault(mutation.file(), Set.of())
                : Set.of();
        Mutations.assertTold(mutation.file(), told::contains, citing, what, faults);
        if (mutation.key() && isNeeded(mutation.file(), pair.group(3))) {
            assertThat(faults).as(what).isNotEmpty();
        }
    }

    private static boolean isNeeded(String file, String key) {
        return switch (file) {
            case "evaluation.yaml" ->
                Set.of("format", "district", "name", "agreement", "operator", "title", "evidence", "weight", "grades")
                        .contains(key);
            case "rubric.yaml" -> Set.of("version", "max", "parties").contains(key);
            default ->
                Set.of("source", "subject", "value", "chapter", "title", "outcome", "raised")
                        .contains(key);
        };
    }
}
