package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.fuzz.Fingerprint;
import cn.mingjian.acceptance.running.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A bundle that is wrong is told whole, and leaves nothing: in no table of any service or Keycloak, in no topic. */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class WrongBundlesIT {

    @TempDir
    Path folder;

    private final RunningPlatform platform;

    WrongBundlesIT(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void leaveNothing() throws Exception {
        Path bundle = newcomer();
        replace(bundle, "evaluation.yaml", "weight: '55'", "weight: '54'");
        replace(bundle, "scores.csv", "tp-1,TP1.2,3,", "tp-1,TP1.2,4.5,");
        Files.writeString(
                bundle.resolve("roster.csv"), "W99,社工,A9,NONE,2023-02-30,,,,2020-01-01,\n", StandardOpenOption.APPEND);
        Map<String, String> before = kept();

        Ending ending = platform.evaluate(bundle, folder.resolve("out"));

        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.said().lines())
                .containsExactly(
                        "evaluation.yaml:36: parties: 各方权重合计应为 100，现为 99",
                        "roster.csv:58: joined: “2023-02-30”应为存在的日期（如 2024-05-31）",
                        "roster.csv:58: area: 没有这个片区：“A9”",
                        "scores.csv:3: score: 超过该项满分 4");
        assertThat(kept()).isEqualTo(before);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** The Dagang bundle in a district that nobody knows: whatever is kept of it would be new. */
    private Path newcomer() throws IOException {
        Path bundle = Files.createDirectory(folder.resolve("bundle"));
        try (Stream<Path> files = Files.list(RunningPlatform.DAGANG)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, bundle.resolve(file.getFileName()));
            }
        }
        replace(bundle, "evaluation.yaml", "code: nansha", "code: wrong-bundles");
        replace(bundle, "evaluation.yaml", "code: dagang-2023-final", "code: wrong-bundles-final");
        return bundle;
    }

    private static void replace(Path bundle, String file, String words, String others) throws IOException {
        String text = Files.readString(bundle.resolve(file));
        assertThat(text).containsOnlyOnce(words);
        Files.writeString(bundle.resolve(file), text.replace(words, others));
    }

    private Map<String, String> kept() throws Exception {
        List<String> databases = new ArrayList<>();
        platform.addresses().get("services").fieldNames().forEachRemaining(databases::add);
        databases.add("keycloak");
        Map<String, String> kept =
                new TreeMap<>(new Fingerprint(platform.database(""), platform.secret("postgres"), databases).settled());
        assertThat(kept).containsKeys("keycloak.client", "keycloak.user_entity", "scoring.evaluation");
        kept.putAll(topics());
        return kept;
    }

    private Map<String, String> topics() throws IOException, InterruptedException, ExecutionException {
        try (Admin kafka = Admin.create(platform.broker())) {
            Map<TopicPartition, OffsetSpec> latest =
                    kafka.describeTopics(kafka.listTopics().names().get()).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            Map<String, String> ends = new TreeMap<>();
            kafka.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition.toString(), String.valueOf(end.offset())));
            assertThat(ends).isNotEmpty();
            return ends;
        }
    }
}
