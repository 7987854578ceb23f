package cn.mingjian.acceptance.archive;

import cn.mingjian.acceptance.running.Ending;
import cn.mingjian.acceptance.running.Platform;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** {@code scripts/bench archive}: archives Dagang's round in one platform and takes the archive into another, empty one. */
public final class ArchiveBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private ArchiveBench() {}

    /** Ends with 0 when both platforms came to the same result, with 1 when they did not. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(System.getProperty("project.root")).toAbsolutePath().normalize();
        Path folder = Files.createTempDirectory("mingjian-archive").toRealPath();
        Path archive = folder.resolve("archive");
        JsonNode first = in(new Platform(root, folder.resolve("one")), platform -> {
            JsonNode result = evaluated(platform, root.resolve("deploy/demo/dagang"), folder.resolve("out-one"));
            fine(platform.archive("nansha", "dagang-2023-final", archive).await(LONGEST));
            return result;
        });
        JsonNode second = in(
                new Platform(root, folder.resolve("two")),
                platform -> evaluated(platform, archive, folder.resolve("out-two")));
        boolean equal = first.equals(second) && first.equals(read(archive.resolve("expected.json")));
        OUT.printf("原结果与空平台上由归档得到的结果：%s%n", equal ? "✓ 各项相同" : "✗ 不同，见 " + folder);
        if (equal) new Platform(root, folder).delete();
        System.exit(equal ? 0 : 1);
    }

    @FunctionalInterface
    private interface Work {
        JsonNode in(Platform platform) throws IOException, InterruptedException;
    }

    private static JsonNode in(Platform platform, Work work) throws IOException, InterruptedException {
        OUT.println("正在启动一个空平台……");
        try {
            fine(platform.up());
            return work.in(platform);
        } finally {
            platform.down();
        }
    }

    private static JsonNode evaluated(Platform platform, Path bundle, Path out)
            throws IOException, InterruptedException {
        fine(platform.evaluate(bundle, out).await(LONGEST));
        JsonNode result = read(out.resolve("result.json"));
        OUT.printf(
                "%s：总分 %s，等级 %s%n",
                bundle.getFileName(),
                result.at("/score/total").asText(),
                result.at("/score/grade").asText());
        return result;
    }

    private static void fine(Ending ending) {
        if (ending.code() != 0) throw new IllegalStateException(ending.said());
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }
}
