package cn.mingjian.contracts.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Nothing that callers and readers rely on is taken away, unless contracts/breaking-changes.yaml says so and why. */
class BreakingChangesTest {

    private static final Path CONTRACTS = Path.of("").toAbsolutePath();

    @Test
    void nothingBreaksThatIsNotDeclared() throws IOException {
        List<Baseline> baselines = Baseline.of(CONTRACTS);
        if (baselines.isEmpty()) {
            assertThat(Stream.iterate(CONTRACTS, Objects::nonNull, Path::getParent)
                            .filter(folder -> Files.exists(folder.resolve(".git"))))
                    .as("a repository whose history git does not tell")
                    .isEmpty();
            abort("nothing to compare with: there is no git history here, so a breaking change would not be seen");
        }
        List<String> undeclared = new ArrayList<>();
        for (Baseline baseline : baselines) {
            for (String change : Breaks.since(baseline, CONTRACTS)) {
                if (declared().stream().noneMatch(each -> each.matcher(change).matches())) {
                    undeclared.add(change + "   (since " + baseline + ")");
                }
            }
        }

        assertThat(undeclared)
                .as("breaking changes; make them compatible, put a v2 beside v1, or declare them in"
                        + " breaking-changes.yaml")
                .isEmpty();
    }

    @Test
    void everyDeclaredBreakSaysWhy() throws IOException {
        for (Object each : declarations()) {
            assertThat(each).isInstanceOfSatisfying(Map.class, declaration -> {
                assertThat(declaration.get("change")).asString().matches("(openapi/.+|events/.+|asyncapi\\.yaml): .+");
                assertThat(declaration.get("why")).asString().hasSizeGreaterThan(20);
            });
        }
    }

    /** In the words of the test, with a star for any number of characters. */
    private static List<Pattern> declared() throws IOException {
        return declarations().stream()
                .map(each -> String.valueOf(((Map<?, ?>) each).get("change")))
                .map(change -> Pattern.compile(Pattern.quote(change).replace("*", "\\E.*\\Q")))
                .toList();
    }

    private static List<?> declarations() throws IOException {
        String text = Files.readString(CONTRACTS.resolve("breaking-changes.yaml"));
        Object found = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return found instanceof List<?> list ? list : List.of();
    }
}
