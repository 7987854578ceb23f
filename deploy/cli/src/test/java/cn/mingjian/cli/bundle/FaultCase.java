package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;

/** What is changed in the Dagang bundle, and exactly what is printed. */
record FaultCase(String rule, UnaryOperator<Draft> change, List<String> printed) {

    static FaultCase wrong(String rule, UnaryOperator<Draft> change, String... printed) {
        return new FaultCase(rule, change, List.of(printed));
    }

    static FaultCase fine(String rule, UnaryOperator<Draft> change) {
        return new FaultCase(rule, change, List.of());
    }

    void check() {
        try (Draft draft = Draft.ofDagang()) {
            assertThat(change.apply(draft).faults()).containsExactlyElementsOf(printed);
        }
    }

    @Override
    public String toString() {
        return rule;
    }
}
