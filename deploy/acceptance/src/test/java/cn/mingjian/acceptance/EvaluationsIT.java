package cn.mingjian.acceptance;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.bundle.BundleGenerator;
import cn.mingjian.acceptance.oracle.Oracle;
import cn.mingjian.acceptance.oracle.ResultDifferences;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
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

    /** One word of each file of the Dagang bundle but the panel's: whose sheets to look for is told by the panel. */
    private static final Map<String, String> CHANGES = Map.ofEntries(
            entry("areas.csv", "南村坊村 -> 南村坊"),
            entry("attendance.csv", "W01,2023-08,true -> W01,2023-08,false"),
            entry("claims.yaml", "'9654' -> '9655'"),
            entry("declared.csv", "home-visits,A1,1463 -> home-visits,A1,1464"),
            entry("evaluation.yaml", "residentsServed: 46579 -> residentsServed: 46580"),
            entry("feedback.yaml", "对现场意见没有异议 -> 没有异议"),
            entry("findings.yaml", "内部质控有章可循 -> 质控有章可循"),
            entry("indicators.csv", "入户探访 -> 探访"),
            entry("remediation.yaml", "status: PARTIAL -> status: DONE"),
            entry("resources.csv", "20000.00 -> 20000.01"),
            entry("roster.csv", "2024-05-06起产假 -> 产假"),
            entry("rubric.yaml", "人员配置与稳岗 -> 人员配置"),
            entry("satisfaction.csv", "SERVICE_USER,ONLINE,4 -> SERVICE_USER,ONLINE,5"),
            entry("scores.csv", "tp-1,TP1.1,5 -> tp-1,TP1.1,4.5"),
            entry("service-records.ndjson", "2023-10-11 -> 2023-10-10"),
            entry("targets.csv", "referrals,A1,12 -> referrals,A1,11"),
            entry("training.csv", "入户探访与建档 -> 探访与建档"));

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

    @Test
    @Order(5)
    void namesEveryFileThatIsNotAsTheClosedEvaluationHasIt() throws Exception {
        evaluated(RunningPlatform.DAGANG);
        Path changed = Files.createDirectory(folder.resolve("changed"));
        try (Stream<Path> files = Files.list(RunningPlatform.DAGANG)) {
            for (Path file : files.toList()) {
                Files.copy(file, changed.resolve(file.getFileName()));
            }
        }
        for (var change : CHANGES.entrySet()) {
            Path file = changed.resolve(change.getKey());
            String text = Files.readString(file);
            String[] words = change.getValue().split(" -> ");
            assertThat(text).as(change.getKey()).contains(words[0]);
            Files.writeString(file, text.replaceFirst(Pattern.quote(words[0]), words[1]));
        }

        var refused = platform.evaluate(changed, folder.resolve("refused-all"));

        assertThat(refused.code()).as(refused.said()).isEqualTo(3);
        assertThat(refused.said()).contains(CHANGES.keySet());
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
