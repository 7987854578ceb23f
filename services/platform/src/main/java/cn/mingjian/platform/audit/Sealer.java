package cn.mingjian.platform.audit;

import cn.mingjian.platform.event.Outbox;
import cn.mingjian.platform.event.Worker;
import cn.mingjian.platform.store.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals audit entries in the order of their transactions, and tells of each new end of the chain by a signed checkpoint in the
 * same transaction: a crash leaves both or neither. One sealer a service at a time, by an advisory lock. An entry is
 * sealed once no transaction that might still write an earlier one is open.
 */
@Singleton
class Sealer {

    private static final int BATCH = 1_000;
    private static final String LEAD = "select pg_try_advisory_xact_lock(hashtext('audit-sealer'))";
    private static final String HEAD = """
            select s.seq, s.hash, s.entry, e.txid::text as txid,
                   e.txid >= pg_snapshot_xmax(pg_current_snapshot()) as ahead
              from audit_seal s left join audit_entry e on e.id = s.entry order by s.seq desc limit 1
            """;
    private static final String FINAL = """
            select e.id, e.at, %s as canonical from audit_entry e
             where (e.txid, e.id) > (cast(? as xid8), ?) and e.txid < pg_snapshot_xmin(pg_current_snapshot())
             order by e.txid, e.id limit %d
            """.formatted(Chain.CANONICAL, BATCH);
    private static final String SEAL = "insert into audit_seal (seq, entry, hash) values (?, ?, ?)";

    private final Database database;
    private final Outbox outbox;
    private final String service;
    private final PrivateKey key;
    private final Duration interval;
    private final AtomicLong lagMillis;
    private final Worker worker = new Worker("audit-sealer", this::turn);

    Sealer(
            Database database,
            Outbox outbox,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "mingjian.audit.key") Optional<String> key,
            @ConfigProperty(name = "mingjian.audit.interval") Duration interval) {
        this.database = database;
        this.outbox = outbox;
        this.service = service;
        // Refuses to start rather than to leave the chain unsigned.
        this.key = SigningKey.parse(key.orElseThrow(() -> new IllegalStateException(
                "MINGJIAN_AUDIT_KEY is missing: a rewritten audit could not be told from the true one")));
        this.interval = interval;
        this.lagMillis = metrics.gauge("mingjian_audit_lag_milliseconds", new AtomicLong());
    }

    /** The end of the chain: {@code seq} entries are sealed, the last of them is {@code entry} of transaction {@code txid}. */
    private record Head(long seq, byte[] hash, String txid, long entry) {}

    private record Seal(long seq, long entry, byte[] hash) {}

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }

    private long turn() {
        // The outbox flushes entities, and those want a context.
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            return QuarkusTransaction.requiringNew().call(this::seal) == BATCH ? 0 : interval.toMillis();
        } finally {
            context.terminate();
        }
    }

    /** Seals what has become final; answers how many entries that was. */
    private int seal() throws SQLException {
        List<Seal> seals;
        try (Connection connection = database.connection()) {
            if (!leads(connection)) {
                return 0;
            }
            seals = pending(connection, head(connection));
            append(connection, seals);
        }
        if (!seals.isEmpty()) {
            Seal last = seals.getLast();
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            outbox.append(
                    Checkpoint.TOPIC,
                    service,
                    Checkpoint.TYPE,
                    Checkpoint.sign(service, last.seq(), last.hash(), now, key));
        }
        return seals.size();
    }

    private static boolean leads(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LEAD);
                ResultSet row = lock.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private Head head(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEAD);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return new Head(0, Chain.origin(service), "0", 0);
            }
            String txid = row.getString("txid");
            if (txid == null) {
                throw new IllegalStateException("sealed audit entry " + row.getLong("entry") + " is gone");
            }
            if (row.getBoolean("ahead")) {
                // As after a restore from a dump: what is written now would count as older and never be sealed.
                throw new IllegalStateException(
                        "transaction " + txid + " of the last sealed audit entry lies ahead of the database's own");
            }
            return new Head(row.getLong("seq"), row.getBytes("hash"), txid, row.getLong("entry"));
        }
    }

    private List<Seal> pending(Connection connection, Head head) throws SQLException {
        List<Seal> seals = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(FINAL)) {
            select.setString(1, head.txid());
            select.setLong(2, head.entry());
            byte[] hash = head.hash();
            long oldest = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (seals.isEmpty()) {
                        oldest = row.getObject("at", OffsetDateTime.class)
                                .toInstant()
                                .toEpochMilli();
                    }
                    hash = Chain.next(hash, row.getString("canonical"));
                    seals.add(new Seal(head.seq() + seals.size() + 1, row.getLong("id"), hash));
                }
            }
            lagMillis.set(seals.isEmpty() ? 0 : System.currentTimeMillis() - oldest);
        }
        return seals;
    }

    private static void append(Connection connection, List<Seal> seals) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SEAL)) {
            for (Seal seal : seals) {
                insert.setLong(1, seal.seq());
                insert.setLong(2, seal.entry());
                insert.setBytes(3, seal.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
