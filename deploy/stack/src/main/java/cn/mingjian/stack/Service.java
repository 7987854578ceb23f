package cn.mingjian.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of the platform's services as the build left it, run as a process of its own. */
final class Service implements Server {

    /** The services in the order in which they are shown, each with its memory in MiB. */
    enum Kind {
        DISTRICT("区级服务", 128),
        INDICATOR("指标服务", 128),
        STAFFING("人员服务", 128),
        SCORING("评分服务", 128),
        REPORT("报告服务", 384),
        INTEGRATION("对接服务", 128),
        PORTAL("门户", 128);

        private final String title;
        private final int heap;

        Kind(String title, int heap) {
            this.title = title;
            this.heap = heap;
        }

        String title() {
            return title;
        }

        /** Those with a database, an audit and a machine account of their own; the portal keeps nothing. */
        static List<Kind> keepers() {
            return List.of(DISTRICT, INDICATOR, STAFFING, SCORING, REPORT, INTEGRATION);
        }

        /** Name of its folder, database, role, client and log. */
        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Kind kind;
    private final Path program;
    private final Path data;
    private final int managementPort;
    private final Map<String, String> environment;

    /**
     * @param home the project's folder
     * @param data the stack's folder; named on the command line so that a stale process is recognised as ours
     */
    Service(Kind kind, Path home, Path data, int managementPort, Map<String, String> environment) {
        this.kind = kind;
        this.program = program(kind, home);
        this.data = data;
        this.managementPort = managementPort;
        this.environment = Map.copyOf(environment);
    }

    /** What the build leaves of a service. */
    static Path program(Kind kind, Path home) {
        return home.resolve("services/" + kind.id() + "/target/quarkus-app/quarkus-run.jar");
    }

    @Override
    public String name() {
        return kind.id();
    }

    @Override
    public void prepare(Launcher launcher) throws IOException {
        if (!Files.exists(program)) {
            throw new IOException("not built: " + program);
        }
    }

    @Override
    public Command command() {
        var line = new ArrayList<>(List.of(
                Command.java(),
                "-Xms32m",
                "-Xmx" + kind.heap + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dmingjian.data=" + data,
                "-jar",
                program.toString()));
        return new Command(line, environment, data);
    }

    @Override
    public boolean answers() {
        return Http.isOk("http://127.0.0.1:" + managementPort + "/q/health/ready");
    }
}
