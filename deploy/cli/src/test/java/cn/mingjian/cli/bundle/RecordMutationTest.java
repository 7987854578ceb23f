package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One member of one service record is changed: that does no harm, or is told at its line and as its field. */
class RecordMutationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NEEDED =
            List.of("id", "version", "station", "type", "occurredOn", "status", "submittedAt");
    private static final List<String> OPTIONAL = List.of("reviewedAt", "area", "community", "attendance");

    /** A record, a member and its new JSON value; nothing when the member is taken away. */
    record Mutation(int line, String member, String becomes) {}

    @Provide
    Arbitrary<Mutation> mutations() {
        Arbitrary<String> members = Arbitraries.of(java.util.stream.Stream.concat(NEEDED.stream(), OPTIONAL.stream())
                .toList());
        Arbitrary<String> values = Arbitraries.of(
                "",
                "null",
                "\"\"",
                "\" \"",
                "\"?\"",
                "-1",
                "0",
                "7",
                "1.5",
                "1e3",
                "99999999999999999999",
                "true",
                "[]",
                "{}",
                "\"2024-02-30\"",
                "\"2024-02-28\"",
                "\"2024-02-28T10:00:00\"",
                "\"2024-02-28T10:00:00+08:00\"",
                "\"APPROVED\"",
                "\"dagang\"",
                "\"A1\"",
                "\"a\\nb\"",
                "\"\\u0000\"");
        return Combinators.combine(Arbitraries.integers().between(1, 20), members, values)
                .as(Mutation::new);
    }

    @Property(tries = 200)
    void isHarmlessOrToldAsItsField(@ForAll("mutations") Mutation mutation) throws JsonProcessingException {
        List<String> lines;
        try (Draft draft = Draft.ofDagang()) {
            lines = draft.lines(RecordsFile.FILE);
        }
        ObjectNode record = (ObjectNode) JSON.readTree(lines.get(mutation.line() - 1));
        JsonNode before = record.path(mutation.member());
        if (mutation.becomes().isEmpty()) {
            record.remove(mutation.member());
        } else {
            record.set(mutation.member(), JSON.readTree(mutation.becomes()));
        }
        lines.set(mutation.line() - 1, record.toString());
        String what = "line %d: %s %s → %s".formatted(mutation.line(), mutation.member(), before, mutation.becomes());

        List<String> faults = Mutations.faults(RecordsFile.FILE, lines);

        assertThat(faults)
                .as(what)
                .allMatch(fault -> fault.startsWith(
                        "%s:%d: %s: ".formatted(RecordsFile.FILE, mutation.line(), mutation.member())));
        if (NEEDED.contains(mutation.member())
                && Set.of("", "null", "\"\"", "[]", "{}", "true").contains(mutation.becomes())) {
            assertThat(faults).as(what).hasSize(1);
        }
    }
}
