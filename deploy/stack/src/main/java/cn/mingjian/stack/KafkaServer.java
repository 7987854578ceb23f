package cn.mingjian.stack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateAclsOptions;
import org.apache.kafka.common.acl.AclBinding;

/** One Kafka broker that is its own controller, on loopback; it asks everybody for a password and denies what was not granted. */
public final class KafkaServer implements Server {

    /** May do everything. */
    static final String SUPERUSER = "kafka";

    private static final int API_VERSIONS = 18;
    private static final int PATIENCE_MILLIS = 60_000;

    private final Installation installation;
    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final String password;
    private final Map<String, String> others;
    private final List<AclBinding> rights;

    /**
     * @param password of the {@value #SUPERUSER}; letters and digits
     * @param others the passwords of everybody else, by name
     * @param rights of everybody else
     */
    KafkaServer(
            Installation installation,
            Path folder,
            int port,
            int controllerPort,
            String password,
            Map<String, String> others,
            List<AclBinding> rights) {
        this.installation = installation;
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.password = password;
        this.others = Map.copyOf(others);
        this.rights = List.copyOf(rights);
    }

    @Override
    public String name() {
        return "kafka";
    }

    /** Address for clients. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** What a client needs to come in under a name, as Kafka's clients take it. */
    static Map<String, String> settings(String bootstrap, String user, String password) {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login(user, password) + ";");
    }

    /** The same as a service takes it. */
    static Map<String, String> environment(String bootstrap, String user, String password) {
        return Map.of(
                "MINGJIAN_KAFKA",
                bootstrap,
                "MINGJIAN_KAFKA_SECURITY_PROTOCOL",
                "SASL_PLAINTEXT",
                "MINGJIAN_KAFKA_SASL_MECHANISM",
                "PLAIN",
                "MINGJIAN_KAFKA_USER",
                user,
                "MINGJIAN_KAFKA_PASSWORD",
                password);
    }

    private static String login(String user, String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
                .formatted(user, password);
    }

    /** What the broker is asked with, and whom it knows. */
    private String accounts(Map<String, String> others) {
        var known = new TreeMap<>(others);
        known.put(SUPERUSER, password);
        return known.entrySet().stream()
                .map(account -> " user_%s=\"%s\"".formatted(account.getKey(), account.getValue()))
                .collect(Collectors.joining("", login(SUPERUSER, password), ";"));
    }

    @Override
    public void prepare(Launcher launcher) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("log4j2.properties"), """
                appender.console.type = Console
                appender.console.name = console
                appender.console.layout.type = PatternLayout
                appender.console.layout.pattern = %d{ISO8601} %-5p %c{1} %m%n
                rootLogger.level = warn
                rootLogger.appenderRef.console.ref = console
                logger.server.name = kafka.server
                logger.server.level = info
                """);
        PrivateFile.write(folder.resolve("server.properties"), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENTS://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=CLIENTS
                listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
                sasl.enabled.mechanisms=PLAIN
                sasl.mechanism.inter.broker.protocol=PLAIN
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.clients.plain.sasl.jaas.config=%4$s
                listener.name.controller.plain.sasl.jaas.config=%5$s
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:%6$s
                log.dirs=%3$s
                num.partitions=4
                auto.create.topics.enable=true
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=16777216
                # a chunk of service records is one message; the services' producers send up to 4 MiB
                message.max.bytes=4194304
                # one broker has no replica that would remember what a power cut takes from its page cache
                log.flush.interval.messages=1
                num.network.threads=2
                num.io.threads=4
                """.formatted(
                        port, controllerPort, folder.resolve("data"), accounts(others), accounts(Map.of()), SUPERUSER));
        if (!Files.exists(folder.resolve("data/meta.properties"))) {
            launcher.run(
                    name(),
                    java(
                            "-Xmx128m",
                            "kafka.tools.StorageTool",
                            "format",
                            "--cluster-id",
                            clusterId(),
                            "--config",
                            folder.resolve("server.properties").toString()));
        }
    }

    @Override
    public Command command() {
        return java(
                "-Xmx256m", "kafka.Kafka", folder.resolve("server.properties").toString());
    }

    private Command java(String heap, String... rest) {
        var line = new java.util.ArrayList<>(List.of(
                Command.java(),
                "-Xms64m",
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlog4j2.configurationFile=" + folder.resolve("log4j2.properties"),
                "-cp",
                installation.kafka() + "/*"));
        line.addAll(List.of(rest));
        return new Command(line, Map.of(), folder);
    }

    /** The broker takes requests only after it has joined the cluster, so an answer to the first one is enough. */
    @Override
    public boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(2_000);
            var out = new DataOutputStream(socket.getOutputStream());
            int clientIdLength = -1;
            int correlation = 7;
            out.writeInt(10);
            out.writeShort(API_VERSIONS);
            out.writeShort(0);
            out.writeInt(correlation);
            out.writeShort(clientIdLength);
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            in.readInt();
            return in.readInt() == correlation;
        } catch (IOException e) {
            return false;
        }
    }

    /** Grants what is not granted yet; what is stays as it is. */
    @Override
    public void furnish() throws IOException {
        try (Admin admin = Admin.create(new HashMap<>(settings(bootstrap(), SUPERUSER, password)))) {
            admin.createAcls(rights, new CreateAclsOptions().timeoutMs(PATIENCE_MILLIS))
                    .all()
                    .get();
        } catch (ExecutionException refused) {
            throw new IOException("rights not granted", refused.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while granting rights", stop);
        }
    }

    /**
     * 16 random bytes in URL-safe base 64. The first bit is 0, so that the text begins with a letter: one that begins
     * with "-" is an unknown option to Kafka's tools.
     */
    static String clusterId() {
        UUID random = UUID.randomUUID();
        var bytes = java.nio.ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits() & Long.MAX_VALUE)
                .putLong(random.getLeastSignificantBits())
                .array();
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
