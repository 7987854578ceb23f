package cn.mingjian.acceptance.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.oracle.Oracle;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleGeneratorTest {
    @TempDir
    Path folder;

    @Test
    void writesTheSameBundleForTheSameSeed() throws IOException {
        BundleGenerator.write(3, folder.resolve("one"));
        BundleGenerator.write(3, folder.resolve("two"));

        for (Path file : Files.list(folder.resolve("one")).toList())
            assertThat(folder.resolve("two").resolve(file.getFileName())).hasSameTextualContentAs(file);
    }

    @Test
    void reachesTheCornersOfTheRulesInTwentySeeds() {
        Map<Long, ObjectNode> results = new LinkedHashMap<>();
        LongStream.rangeClosed(1, 20).forEach(seed -> results.put(seed, result(seed)));

        assertThat(all(results, "/score/total")).hasSizeGreaterThan(10);
        assertThat(all(results, "/score/grade")).contains("达标", "不达标");
        assertThat(result(7).at("/score/total").asText()).isEqualTo("83.76");
        assertThat(result(3).at("/score/total").asText()).isEqualTo("83.75");
        assertThat(all(results, "/staffing/retentionFormula")).hasSize(3);
        assertThat(all(results, "/staffing/certifiedRate")).contains("null");
        assertThat(all(results, "/staffing/retention/TURNOVER")).contains("null");
        assertThat(all(results, "/staffing/retention/ON_DUTY")).contains("null");
        assertThat(all(results, "/reviewBacklog")).contains("null", "0");
        assertThat(rows(results, "/indicators", "status")).contains("MET", "NOT_MET", "EXCEEDED", "null");
        assertThat(rows(results, "/indicators", "recorded")).contains("null", "0");
        assertThat(rows(results, "/discrepancies", "rule"))
                .containsExactlyInAnyOrder("CLAIM_VS_COMPUTED", "DECLARED_VS_RECORDED", "ALLOCATION_VS_AGREEMENT");
        assertThat(rows(results, "/discrepancies", "right")).contains("null");
        assertThat(rows(results, "/score/parties", "raw")).contains("100.00", "0.00");
    }

    private ObjectNode result(long seed) {
        BundleGenerator.write(seed, folder.resolve("seed-" + seed));
        return new Oracle(folder.resolve("seed-" + seed)).result();
    }

    private static List<String> all(Map<Long, ObjectNode> results, String pointer) {
        return results.values().stream()
                .map(result -> result.at(pointer).asText())
                .distinct()
                .toList();
    }

    private static List<String> rows(Map<Long, ObjectNode> results, String pointer, String field) {
        return results.values().stream()
                .flatMap(result -> result.at(pointer).valueStream())
                .map(row -> row.path(field).asText())
                .distinct()
                .collect(Collectors.toList());
    }
}
