package cn.mingjian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The whole platform as its users run it, started once for all tests; or the one that MINGJIAN_DATA names. */
final class RunningPlatform implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("project.root", "../.."))
            .toAbsolutePath()
            .normalize();
    static final Path DAGANG = ROOT.resolve("deploy/demo/dagang");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int START_MINUTES = 5;
    private static final int RUN_MINUTES = 3;

    /** How a command ended and what it said. */
    record Ending(int code, String said) {}

    private final Path data;
    private final boolean ours;

    private RunningPlatform() throws IOException, InterruptedException {
        String named = System.getenv("MINGJIAN_DATA");
        ours = named == null;
        data = ours ? Files.createTempDirectory("mingjian-acceptance").toRealPath() : Path.of(named);
        Ending up = stack("up");
        if (up.code() != 0) {
            stack("down");
            throw new IllegalStateException("the platform does not start:\n" + up.said());
        }
    }

    /** Takes a bundle through the platform, in a process of its own as scripts/evaluate does. */
    Ending evaluate(Path bundle, Path out) throws IOException, InterruptedException {
        Path jar;
        try (Stream<Path> built = Files.list(ROOT.resolve("deploy/cli/target"))) {
            jar = built.filter(file -> file.getFileName().toString().matches("cli-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("deploy/cli is not built"));
        }
        return run(
                RUN_MINUTES,
                List.of(
                        "-Xmx256m",
                        "-jar",
                        jar.toString(),
                        "--data",
                        data.toString(),
                        bundle.toString(),
                        out.toString()));
    }

    /** What the stack tells its users. */
    JsonNode addresses() throws IOException {
        return JSON.readTree(data.resolve("stack.json").toFile());
    }

    /** The processes as the supervisor knows them. */
    JsonNode processes() throws IOException {
        return JSON.readTree(data.resolve("status.json").toFile()).get("parts");
    }

    String secret(String name) throws IOException {
        return JSON.readTree(data.resolve("secrets.json").toFile()).get(name).asText();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!ours) return;
        stack("down");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    private Ending stack(String command) throws IOException, InterruptedException {
        Path target = ROOT.resolve("deploy/stack/target");
        return run(
                START_MINUTES,
                List.of(
                        "-Xmx64m",
                        "-Dmingjian.servers=" + target.resolve("servers"),
                        "-cp",
                        target.resolve("stack.jar") + ":" + target.resolve("lib") + "/*",
                        "cn.mingjian.stack.Stack",
                        command,
                        "--data",
                        data.toString()));
    }

    private static Ending run(int minutes, List<String> arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        line.addAll(arguments);
        Path log = Files.createTempFile("mingjian", ".log");
        Process process = new ProcessBuilder(line)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
        if (!ended) process.destroyForcibly().waitFor();
        String said = Files.readString(log);
        Files.delete(log);
        return new Ending(ended ? process.exitValue() : -1, said);
    }

    /** Hands the one platform of this build to every test that asks for it. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningPlatform.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RunningPlatform.class))
                    .computeIfAbsent(RunningPlatform.class, any -> start(), RunningPlatform.class);
        }

        private static RunningPlatform start() {
            try {
                return new RunningPlatform();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
