package cn.mingjian.indicator.record;

import cn.mingjian.platform.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * Brings chunks of records into the totals: copied to a staging table, then merged by sets. Exact for versions out of order,
 * corrections, withdrawals, repeats and conflicts, and for chunks that come again under another event.
 */
@ApplicationScoped
class RecordIntake {
    private static final String CLAIM_CHUNK = """
            insert into delivery_chunk (station, delivery, chunk, last) values (?, ?, ?, ?)
            on conflict on constraint delivery_chunk_pk do nothing
            """;
    private static final String COUNTED = """
            select sum(accepted), sum(duplicates), sum(conflicts) from delivery_chunk
             where station = ? and delivery = ?
            having count(*) = max(chunk) filter (where last) + 1
            """;

    private final Database database;

    RecordIntake(Database database) {
        this.database = database;
    }

    /**
     * Applies the chunks that had no effect yet, in the caller's transaction and under its stations' locks.
     *
     * @return the chunks among them that were new
     */
    List<ServiceRecordsReceived> apply(List<ServiceRecordsReceived> chunks) {
        try (var connection = database.connection()) {
            var fresh = claim(connection, chunks);
            if (fresh.stream().anyMatch(chunk -> !chunk.records().isEmpty())) {
                stage(connection, fresh);
                merge(connection);
            }
            return fresh;
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("service records not merged", failure);
        }
    }

    /** What the whole delivery came to, once every chunk of it has been applied. */
    Optional<ServiceRecordsCounted> counted(String district, String station, String delivery) {
        try (var connection = database.connection();
                var select = connection.prepareStatement(COUNTED)) {
            select.setString(1, district + "/" + station);
            select.setString(2, delivery);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ServiceRecordsCounted(
                                district, station, delivery, row.getLong(1), row.getLong(2), row.getLong(3)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("delivery not counted", failure);
        }
    }

    private static List<ServiceRecordsReceived> claim(Connection connection, List<ServiceRecordsReceived> chunks)
            throws SQLException {
        var fresh = new ArrayList<ServiceRecordsReceived>();
        try (var claim = connection.prepareStatement(CLAIM_CHUNK)) {
            for (var chunk : chunks) {
                claim.setString(1, chunk.place());
                claim.setString(2, chunk.delivery());
                claim.setInt(3, chunk.chunk());
                claim.setBoolean(4, chunk.last());
                if (claim.executeUpdate() == 1) {
                    fresh.add(chunk);
                }
            }
        }
        return fresh;
    }

    private static void stage(Connection connection, List<ServiceRecordsReceived> chunks)
            throws SQLException, IOException {
        var rows = new CopyText();
        var seq = 0;
        for (var chunk : chunks) {
            for (var record : chunk.records()) {
                rows.add(seq++)
                        .add(chunk.place())
                        .add(chunk.delivery())
                        .add(chunk.chunk())
                        .add(record.id())
                        .add(record.version())
                        .add(record.contentHash())
                        .add(record.type())
                        .add(record.occurredOn())
                        .add(record.status())
                        .add(record.submittedDay())
                        .add(Optional.ofNullable(record.area()).orElse(""))
                        .add(Optional.ofNullable(record.community()).orElse(""))
                        .add(Optional.ofNullable(record.attendance()).orElse(0L))
                        .endRow();
            }
        }
        if (!stagingExists(connection)) {
            execute(connection, RecordMerge.CREATE_STAGING);
        }
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(RecordMerge.COPY, new StringReader(rows.toString()));
        execute(connection, RecordMerge.ANALYZE);
    }

    private static void merge(Connection connection) throws SQLException {
        execute(connection, RecordMerge.CLASSIFY);
        execute(connection, RecordMerge.TOTALS);
        execute(connection, RecordMerge.SUPERSEDED);
        execute(connection, RecordMerge.HEADS);
        execute(connection, RecordMerge.CHUNK_COUNTS);
    }

    private static boolean stagingExists(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(RecordMerge.STAGING_EXISTS)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
