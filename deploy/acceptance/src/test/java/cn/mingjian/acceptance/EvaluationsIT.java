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
import java.util.List;
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
    private static final List<Change> CHANGES = List.of(
            new Change("areas.csv", "南村坊村", "南村坊"),
            new Change("attendance.csv", "W01,2023-08,true", "W01,2023-08,false"),
            new Change("claims.yaml", "'9654'", "'9655'"),
            new Change("declared.csv", "home-visits,A1,1463", "home-visits,A1,1464"),
            new Change("evaluation.yaml", "residentsServed: 46579", "residentsServed: 46580"),
            new Change("feedback.yaml", "对现场意见没有异议", "没有异议"),
            new Change("findings.yaml", "内部质控有章可循", "质控有章可循"),
            new Change("indicators.csv", "入户探访", "探访"),
            new Change("remediation.yaml", "status: PARTIAL", "status: DONE"),
            new Change("resources.csv", "20000.00", "20000.01"),
            new Change("roster.csv", "2024-05-06起产假", "产假"),
            new Change("rubric.yaml", "人员配置与稳岗", "人员配置"),
            new Change("satisfaction.csv", "SERVICE_USER,ONLINE,4", "SERVICE_USER,ONLINE,5"),
            new Change("scores.csv", "tp-1,TP1.1,5", "tp-1,TP1.1,4.5"),
            new Change("service-records.ndjson", "2023-10-11", "2023-10-10"),
            new Change("targets.csv", "referrals,A1,12", "referrals,A1,11"),
            new Change("training.csv", "入户探访与建档", "探访与建档"));

    private record Change(String file, String word, String other) {}

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
        for (Change change : CHANGES) {
            Path file = changed.resolve(change.file());
            String text = Files.readString(file);
            assertThat(text).as(change.file()).contains(change.word());
            Files.writeString(file, text.replaceFirst(Pattern.quote(change.word()), change.other()));
        }

        var refused = platform.evaluate(changed, folder.resolve("refused-all"));

        assertThat(refused.code()).as(refused.said()).isEqualTo(3);
        assertThat(refused.said()).contains(CHANGES.stream().map(Change::file).toList());
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
                    .contains("result.json", "report.pdf", "report.html", "report.docx", "report.xlsx");
        }
        return out;
    }

    private static JsonNode result(Path out) throws IOException {
        return JSON.readTree(out.resolve("result.json").toFile());
    }
}
