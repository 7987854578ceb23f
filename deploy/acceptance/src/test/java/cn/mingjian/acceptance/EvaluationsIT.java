package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.bundle.BundleGenerator;
import cn.mingjian.acceptance.oracle.Oracle;
import cn.mingjian.acceptance.oracle.ResultDifferences;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One evaluation after the other through the same running platform, each against the oracle. */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EvaluationsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEEDS = 20;

    @TempDir
    Path folder;

    private final RunningPlatform platform;

    EvaluationsIT(RunningPlatform platform) {
        this.platform = platform;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @Test
    @Order(1)
    void yieldsTheDagangResultInEveryFieldAndInTheReport() throws Exception {
        JsonNode expected =
                JSON.readTree(RunningPlatform.DAGANG.resolve("expected.json").toFile());

        Path out = evaluated(RunningPlatform.DAGANG);

        assertThat(ResultDifferences.between(expected, result(out))).isEmpty();
        new ReportCheck(RunningPlatform.DAGANG, out).holds(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Order(2)
    void yieldsWhatTheOracleComputes(long seed) throws Exception {
        Path bundle = bundle(seed);

        Path out = evaluated(bundle);

        JsonNode expected = new Oracle(bundle).result();
        assertThat(ResultDifferences.between(expected, result(out))).isEmpty();
        new ReportCheck(bundle, out).holds(expected);
    }

    @Test
    @Order(3)
    void yieldsTheSameForTheSameBundleAgain() throws Exception {
        Path midterm = bundle(4);
        evaluated(midterm);

        Path again = evaluated(midterm);

        assertThat(ResultDifferences.between(new Oracle(midterm).result(), result(again)))
                .isEmpty();
    }

    @Test
    @Order(4)
    void refusesAChangedBundleOfAClosedEvaluation() throws Exception {
        Path bundle = bundle(1);
        evaluated(bundle);
        JsonNode kept = new Oracle(bundle).result();
        Path declared = bundle.resolve("declared.csv");
        Files.writeString(declared, Files.readString(declared).replaceAll("records,,\\d+", "records,,31234"));

        var refused = platform.evaluate(bundle, folder.resolve("refused"));

        assertThat(refused.code()).as(refused.said()).isEqualTo(3);
        assertThat(ResultDifferences.between(kept, result(evaluated(bundle(1)))))
                .isEmpty();
    }

    private Path bundle(long seed) throws IOException {
        Path bundle = Files.createTempDirectory(folder, "seed-" + seed + "-");
        BundleGenerator.write(seed, bundle);
        return bundle;
    }

    private Path evaluated(Path bundle) throws IOException, InterruptedException {
        Path out = Files.createTempDirectory(folder, "out");
        var ending = platform.evaluate(bundle, out);
        assertThat(ending.code()).as(ending.said()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("result.json", "report.pdf", "report.html");
        }
        return out;
    }

    private static JsonNode result(Path out) throws IOException {
        return JSON.readTree(out.resolve("result.json").toFile());
    }
}
