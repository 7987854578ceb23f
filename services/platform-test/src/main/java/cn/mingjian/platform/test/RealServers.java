package cn.mingjian.platform.test;

import cn.mingjian.stack.AuditKey;
import cn.mingjian.stack.PostgresServer;
import cn.mingjian.stack.Secrets;
import cn.mingjian.stack.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives the service under test real servers: {@code @QuarkusTestResource(RealServers.class)}.
 */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    /** Set here and read by whatever class loader the tests live in. */
    static final String TOPIC_PREFIX = "mingjian.test.topic-prefix";

    @Override
    public Map<String, String> start() {
        String service = service();
        String run = Secrets.next().substring(0, 12);
        String name = service.replaceAll("[^a-z0-9]", "_") + "_" + run;
        System.setProperty(TOPIC_PREFIX, "t" + run + ".");
        TestServers.Addresses servers = addresses();
        var settings = new HashMap<String, String>();
        try {
            var database = PostgresServer.Database.ofService(name, role -> Secrets.next());
            String url = servers.database(database);
            System.setProperty(Audit.DATABASE, url);
            settings.put("MINGJIAN_DATABASE_URL", url);
            settings.putAll(database.environment());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.putAll(servers.brokerEnvironment());
        settings.put("MINGJIAN_TOPIC_PREFIX", topicPrefix());
        settings.put("MINGJIAN_ISSUER", servers.keycloak() + "/realms/" + servers.realm());
        settings.put("MINGJIAN_CLIENT_SECRET", servers.clients().getOrDefault("service-" + service, ""));
        AuditKey key = AuditKey.next();
        settings.put("MINGJIAN_AUDIT_KEY", key.signing());
        System.setProperty(Audit.KEY, key.verifying());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        for (String other : new String[] {"DISTRICT", "INDICATOR", "STAFFING", "SCORING", "REPORT", "INTEGRATION"}) {
            settings.put("MINGJIAN_URL_" + other, "http://127.0.0.1:9");
        }
        return settings;
    }

    /** The servers stay for the next test class. */
    @Override
    public void stop() {}

    /** The service under test is the module that is built. */
    static String service() {
        return Path.of("").toAbsolutePath().getFileName().toString();
    }

    static String topicPrefix() {
        return System.getProperty(TOPIC_PREFIX, "");
    }

    static TestServers.Addresses addresses() {
        return TestServers.ofBuild();
    }

    /** Settings of a Kafka client that may do everything, and what is said besides: names and values in turn. */
    public static Map<String, Object> broker(String... besides) {
        Map<String, Object> settings = new HashMap<>(addresses().broker());
        for (int at = 0; at < besides.length; at += 2) {
            settings.put(besides[at], besides[at + 1]);
        }
        return settings;
    }
}
