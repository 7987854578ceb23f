package cn.mingjian.acceptance.fault;

import cn.mingjian.acceptance.running.Platform;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Whether the servers write what they acknowledge to the disk, as they say themselves.
 *
 * @param settings what each server answered, by name
 * @param exceptions databases and roles for which PostgreSQL's settings are other ones
 */
public record Durability(Map<String, String> settings, List<String> exceptions) {
    private static final String FLUSHED_AFTER = "log.flush.interval.messages";
    private static final Map<String, String> WANTED =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", FLUSHED_AFTER, "1");

    /** Asks PostgreSQL and Kafka. */
    public static Durability of(Platform platform)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        Map<String, String> settings = new TreeMap<>();
        List<String> exceptions = new ArrayList<>();
        try (Connection database = new Kept(platform).connect("postgres");
                Statement statement = database.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')")) {
                while (row.next()) settings.put(row.getString(1), row.getString(2));
            }
            try (ResultSet row = statement.executeQuery("select unnest(setconfig) from pg_db_role_setting")) {
                while (row.next())
                    if (WANTED.containsKey(row.getString(1).replaceFirst("=.*", ""))) exceptions.add(row.getString(1));
            }
        }
        try (Admin kafka = Admin.create(platform.broker())) {
            for (var node : kafka.describeCluster().nodes().get()) {
                var broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
                for (var config :
                        kafka.describeConfigs(List.of(broker)).all().get().values())
                    settings.put(FLUSHED_AFTER, config.get(FLUSHED_AFTER).value());
            }
        }
        return new Durability(settings, exceptions);
    }

    /** Whether all of them are as they have to be, for everybody. */
    public boolean holds() {
        return settings.equals(new TreeMap<>(WANTED)) && exceptions.isEmpty();
    }
}
