package cn.mingjian.integration.delivery;

import cn.mingjian.integration.delivery.DeliveryEntity.DeliveryId;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The receipts, and the lines in quarantine. */
@ApplicationScoped
class Deliveries {
    private static final String CLAIM =
            "insert into delivery (station, key) values (?1, ?2) on conflict on constraint delivery_pk do nothing";
    private static final String QUARANTINE =
            "insert into quarantined_line (station, delivery, line, reason, raw) values (?, ?, ?, ?, ?)";
    private static final String QUARANTINED =
            "select line, reason, raw from quarantined_line where station = ? and delivery = ? and line > ? order by line limit ?";

    private final EntityManager entities;
    private final Database database;

    Deliveries(EntityManager entities, Database database) {
        this.entities = entities;
        this.database = database;
    }

    /** A line that could not be taken, and why. */
    record BadLine(long line, String reason, String raw) {}

    /** Whether this transaction is the first to use the key; another one that is still under way is waited for. */
    boolean claim(Place station, String key) {
        return entities.createNativeQuery(CLAIM)
                        .setParameter(1, station.path())
                        .setParameter(2, key)
                        .executeUpdate()
                == 1;
    }

    Optional<Receipt> find(Place station, String key) {
        return row(station, key).map(DeliveryEntity::toReceipt);
    }

    Receipt received(Place station, String key, String digest, long lines, long quarantined) {
        var row = row(station, key).orElseThrow();
        row.take(digest, lines, quarantined);
        return row.toReceipt();
    }

    void counted(Place station, String key, Receipt.Counted counted) {
        row(station, key).ifPresent(row -> row.take(counted));
    }

    void quarantine(Place station, String key, List<BadLine> lines) {
        try (var connection = database.connection();
                var insert = connection.prepareStatement(QUARANTINE)) {
            for (var line : lines) {
                insert.setString(1, station.path());
                insert.setString(2, key);
                insert.setLong(3, line.line());
                insert.setString(4, line.reason());
                insert.setString(5, line.raw());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("bad lines of delivery " + key + " not kept", failure);
        }
    }

    List<BadLine> quarantined(Place station, String key, long after, int limit) {
        try (var connection = database.connection();
                var select = connection.prepareStatement(QUARANTINED)) {
            select.setString(1, station.path());
            select.setString(2, key);
            select.setLong(3, after);
            select.setInt(4, limit);
            try (var rows = select.executeQuery()) {
                var lines = new ArrayList<BadLine>();
                while (rows.next()) {
                    lines.add(new BadLine(rows.getLong("line"), rows.getString("reason"), rows.getString("raw")));
                }
                return lines;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("bad lines of delivery " + key + " not read", failure);
        }
    }

    private Optional<DeliveryEntity> row(Place station, String key) {
        return Optional.ofNullable(entities.find(DeliveryEntity.class, new DeliveryId(station.path(), key)));
    }
}
