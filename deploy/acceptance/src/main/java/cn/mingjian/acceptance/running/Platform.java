package cn.mingjian.acceptance.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The whole platform in one data folder, as scripts/up and scripts/evaluate run it.
 *
 * @param root the project's folder, where everything is built
 * @param data where the platform keeps what it has
 */
public record Platform(Path root, Path data) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(50);

    /** Starts all processes and waits until they answer. */
    public Ending up() throws IOException, InterruptedException {
        return up(Map.of());
    }

    /** The same under settings of one's own, as a deployment gives them: in the environment. */
    public Ending up(Map<String, String> settings) throws IOException, InterruptedException {
        return stack("up", settings);
    }

    /** Stops all processes in order. */
    public Ending down() throws IOException, InterruptedException {
        return stack("down", Map.of());
    }

    /** Removes what a stopped platform has left. */
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    /** Starts to take a bundle through the platform, in a process of its own as scripts/evaluate does. */
    public Running evaluate(Path bundle, Path out) throws IOException {
        return command("cn.mingjian.cli.Main", bundle.toString(), out.toString());
    }

    /** Writes a closed round as a bundle, as scripts/archive does. */
    public Running archive(String district, String evaluation, Path out, String... options) throws IOException {
        return command(
                "cn.mingjian.cli.ArchiveCommand",
                Stream.concat(Stream.of(district, evaluation, out.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    /** Writes a round's audit of every service, as scripts/archive does. */
    public Running extractAudit(String evaluation, Path out) throws IOException {
        return java("audit", "cn.mingjian.audit.ExtractCommand", evaluation, out.toString());
    }

    /** Looks whether anything was changed behind the audit's back, as scripts/verify-audit does. */
    public Running verifyAudit() throws IOException {
        return java("audit", "cn.mingjian.audit.Main");
    }

    /** Lists the demo's accounts, as scripts/accounts does. */
    public Running accounts() throws IOException {
        return command("cn.mingjian.cli.AccountsCommand");
    }

    private Running command(String program, String... arguments) throws IOException {
        return java("cli", program, arguments);
    }

    private Running java(String module, String program, String... arguments) throws IOException {
        Path jar;
        try (Stream<Path> built = Files.list(root.resolve("deploy/" + module + "/target"))) {
            jar = built.filter(file -> file.getFileName().toString().matches(module + "-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("deploy/" + module + " is not built"));
        }
        List<String> line =
                new ArrayList<>(List.of("-Xmx256m", "-cp", jar.toString(), program, "--data", data.toString()));
        line.addAll(List.of(arguments));
        return Running.java(root, line, Map.of());
    }

    /** What the stack tells its users. */
    public JsonNode addresses() throws IOException {
        return JSON.readTree(data.resolve("stack.json").toFile());
    }

    /** The processes as the supervisor knows them. */
    public JsonNode processes() throws IOException {
        return JSON.readTree(data.resolve("status.json").toFile()).get("parts");
    }

    /** Process ids by name, of those that answer. */
    public Map<String, Long> answering() throws IOException {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (JsonNode part : processes())
            if (part.get("state").asText().equals("READY"))
                pids.put(part.get("name").asText(), part.get("pid").asLong());
        return pids;
    }

    /** The id of the process that was last started under this name, whether it answers or not; 0 while none runs. */
    public long pid(String name) throws IOException {
        try {
            String pid = Files.readString(data.resolve("pids").resolve(name));
            return pid.isEmpty() ? 0 : Long.parseLong(pid);
        } catch (NoSuchFileException none) {
            return 0;
        }
    }

    /** Waits until every process answers and none of them is the one that was killed. */
    public void awaitAll(Map<String, Long> killed, Duration atMost) throws IOException {
        Instant end = Instant.now().plus(atMost);
        while (answering().size() < processes().size()
                || killed.entrySet().stream().anyMatch(answering().entrySet()::contains)) {
            if (Instant.now().isAfter(end)) throw new IllegalStateException("not all answer again: " + processes());
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Settings of a Kafka client that may do everything at the broker. */
    public Map<String, Object> broker() throws IOException {
        return broker("kafka", "kafka");
    }

    /** The same with no more rights than a service has. */
    public Map<String, Object> brokerAs(String service) throws IOException {
        return broker(service, "kafka-" + service);
    }

    private Map<String, Object> broker(String user, String secret) throws IOException {
        return Map.of(
                "bootstrap.servers",
                addresses().get("kafka").asText(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, secret(secret)));
    }

    /** A password of the stack: {@code postgres}, {@code database-scoring} … */
    public String secret(String name) throws IOException {
        return JSON.readTree(data.resolve("secrets.json").toFile()).get(name).asText();
    }

    /** Where a database is, read from the server's own command line: the stack tells nobody. */
    public String database(String name) throws IOException {
        for (JsonNode part : processes()) {
            if (!part.get("name").asText().equals("postgres")) continue;
            String line = ProcessHandle.of(part.get("pid").asLong())
                    .flatMap(process -> process.info().commandLine())
                    .orElseThrow();
            return "jdbc:postgresql://127.0.0.1:" + line.replaceFirst(".*\\bport=(\\d+).*", "$1") + "/" + name;
        }
        throw new IllegalStateException("no PostgreSQL among the processes");
    }

    private Ending stack(String command, Map<String, String> environment) throws IOException, InterruptedException {
        Path target = root.resolve("deploy/stack/target");
        return Running.java(
                        root,
                        List.of(
                                "-Xmx64m",
                                "-Dmingjian.servers=" + target.resolve("servers"),
                                "-cp",
                                target.resolve("stack.jar") + ":" + target.resolve("lib") + "/*",
                                "cn.mingjian.stack.Stack",
                                command,
                                "--data",
                                data.toString()),
                        environment)
                .await(START);
    }
}
