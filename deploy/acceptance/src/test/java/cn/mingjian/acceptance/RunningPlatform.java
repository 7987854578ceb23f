package cn.mingjian.acceptance;

import cn.mingjian.acceptance.running.Ending;
import cn.mingjian.acceptance.running.Platform;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The whole platform as its users run it, started once for all tests; or the one that MINGJIAN_DATA names. */
final class RunningPlatform implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("project.root", "../.."))
            .toAbsolutePath()
            .normalize();
    static final Path DAGANG = ROOT.resolve("deploy/demo/dagang");

    private static final Duration RUN = Duration.ofMinutes(3);

    /** Thousands of strangers come from this one address; that one alone is slowed down is shown in integration. */
    private static final Map<String, String> SETTINGS = Map.of(
            "MINGJIAN_LIMITS_ANONYMOUS_PER_MINUTE", "30000",
            "MINGJIAN_LIMITS_ANONYMOUS_BURST", "10000");

    private final Platform platform;
    private final boolean ours;

    private RunningPlatform() throws IOException, InterruptedException {
        String named = System.getenv("MINGJIAN_DATA");
        ours = named == null;
        platform = new Platform(
                ROOT, ours ? Files.createTempDirectory("mingjian-acceptance").toRealPath() : Path.of(named));
        Ending up = platform.up(SETTINGS);
        if (up.code() != 0) {
            platform.down();
            throw new IllegalStateException("the platform does not start:\n" + up.said());
        }
    }

    /** Its processes and its data folder. */
    Platform platform() {
        return platform;
    }

    /** Writes a closed round as a bundle. */
    Ending archive(String district, String evaluation, Path out, String... options)
            throws IOException, InterruptedException {
        return platform.archive(district, evaluation, out, options).await(RUN);
    }

    /** Writes a round's audit of every service. */
    Ending extractAudit(String evaluation, Path out) throws IOException, InterruptedException {
        return platform.extractAudit(evaluation, out).await(RUN);
    }

    /** Looks whether anything was changed behind the audit's back. */
    Ending verifyAudit() throws IOException, InterruptedException {
        return platform.verifyAudit().await(RUN);
    }

    /** Takes a bundle through the platform, in a process of its own as scripts/evaluate does. */
    Ending evaluate(Path bundle, Path out) throws IOException, InterruptedException {
        return platform.evaluate(bundle, out).await(RUN);
    }

    /** What the stack tells its users. */
    JsonNode addresses() throws IOException {
        return platform.addresses();
    }

    /** The processes as the supervisor knows them. */
    JsonNode processes() throws IOException {
        return platform.processes();
    }

    Map<String, Object> broker() throws IOException {
        return platform.broker();
    }

    Map<String, Object> brokerAs(String service) throws IOException {
        return platform.brokerAs(service);
    }

    String secret(String name) throws IOException {
        return platform.secret(name);
    }

    /** The JDBC address of a database of the platform's PostgreSQL. */
    String database(String name) throws IOException {
        return platform.database(name);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!ours) return;
        platform.down();
        platform.delete();
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
