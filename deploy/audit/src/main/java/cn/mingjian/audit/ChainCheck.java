package cn.mingjian.audit;

import cn.mingjian.platform.audit.Chain;
import cn.mingjian.platform.audit.Checkpoint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Walks a service's chain from its first seal to its last with the checkpoints beside it. A stored hash that does not follow from
 * its entry tells which entry was touched; where somebody made all hashes anew, the checkpoints still tell.
 */
final class ChainCheck {

    private static final int FETCH = 500;

    // By the service: under a login that owns the outbox or may use it. In place: after the entry of the seal before,
    // and before
    // that of the seal after.
    private static final String SEALS = """
            with service as (
              select r.rolname from pg_class c cross join aclexplode(c.relacl) g join pg_roles r on r.oid in (c.relowner, g.grantee)
               where c.relnamespace = 'public'::regnamespace and c.relname = 'outbox' and not r.rolsuper)
            select s.seq, s.entry, s.hash, e.id is not null as present, %s as canonical, e.relation, e.login,
                   e.login in (select rolname from service) as by_service,
                   coalesce((e.txid, e.id) > (lag(e.txid) over chain, lag(e.id) over chain), true)
                     and coalesce((e.txid, e.id) < (lead(e.txid) over chain, lead(e.id) over chain), true) as in_place
              from public.audit_seal s left join public.audit_entry e on e.id = s.entry
            window chain as (order by s.seq) order by s.seq
            """.formatted(Chain.CANONICAL);
    private static final String SLIPPED_IN = """
            select e.id from public.audit_entry e
             where not exists (select from public.audit_seal s where s.entry = e.id)
               and (e.txid, e.id) < (select l.txid, l.id from public.audit_seal s join public.audit_entry l on l.id = s.entry
                                      order by s.seq desc limit 1)
             order by e.id
            """;
    // The sealer is a second behind, or as long as the longest transaction lasts; no request's lasts as long as this.
    private static final int PATIENCE_MINUTES = 2;
    private static final String UNSEALED = """
            select count(*), min(e.at), min(e.at) < now() - make_interval(mins => %d) as for_long from public.audit_entry e
             where not exists (select from public.audit_seal s where s.entry = e.id)
            """.formatted(PATIENCE_MINUTES);
    private static final String UNTOLD = """
            select exists (select from public.audit_seal s join public.audit_entry e on e.id = s.entry
                            where s.seq > ? and e.at < now() - make_interval(mins => %d))
            """.formatted(PATIENCE_MINUTES);

    private final String service;
    private final Connection database;
    private final Checkpoints checkpoints;
    private final Findings findings;

    private long lastSeq;
    private byte[] lastHash;
    // The hash that its successor was made with has moved too: what follows right behind cannot be judged.
    private boolean afterMoved;
    private @Nullable Checkpoint proved;
    // How far any genuine checkpoint reaches, whether the chain agrees with it or not.
    private long told;
    private @Nullable Checkpoint ahead;

    ChainCheck(String service, Connection database, Checkpoints checkpoints, Findings findings) {
        this.service = service;
        this.database = database;
        this.checkpoints = checkpoints;
        this.findings = findings;
        this.lastHash = Chain.origin(service);
    }

    Verification.Extent run() throws SQLException {
        ahead = checkpoints.next();
        try (Statement statement = database.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet seal = statement.executeQuery(SEALS)) {
                while (seal.next()) {
                    follow(seal);
                    compareWithCheckpoints();
                }
            }
            checkTail();
            try (ResultSet entry = statement.executeQuery(SLIPPED_IN)) {
                while (entry.next()) {
                    findings.add(Finding.Kind.ENTRY_SLIPPED_IN.of(entry.getLong(1)));
                }
            }
            try (ResultSet unsealed = statement.executeQuery(UNSEALED)) {
                unsealed.next();
                if (unsealed.getBoolean("for_long")) {
                    findings.add(Finding.Kind.SEALING_HELD_UP.of(
                            unsealed.getLong("count"),
                            unsealed.getObject("min", OffsetDateTime.class).toInstant()));
                }
                return new Verification.Extent(
                        lastSeq,
                        unsealed.getLong("count"),
                        proved == null ? 0 : proved.seq(),
                        proved == null ? null : proved.sealedAt());
            }
        }
    }

    private void follow(ResultSet seal) throws SQLException {
        long seq = seal.getLong("seq");
        long entry = seal.getLong("entry");
        byte[] hash = seal.getBytes("hash");
        if (seq != lastSeq + 1) {
            findings.add(Finding.Kind.SEALS_MISSING.of(lastSeq + 1, seq - 1));
        } else if (!seal.getBoolean("present")) {
            findings.add(Finding.Kind.ENTRY_MISSING.of(seq, entry));
        } else if (!Arrays.equals(hash, Chain.next(lastHash, seal.getString("canonical")))) {
            boolean inPlace = seal.getBoolean("in_place");
            if (!inPlace) {
                findings.add(Finding.Kind.ENTRY_REORDERED.of(seq, entry));
            } else if (!afterMoved) {
                findings.add(Finding.Kind.ENTRY_EDITED.of(seq, entry));
            }
            afterMoved = !inPlace;
        } else {
            afterMoved = false;
            if (!seal.getBoolean("by_service")) {
                findings.add(Finding.Kind.ENTRY_BY_OUTSIDER.of(
                        seq, entry, seal.getString("relation"), seal.getString("login")));
            }
        }
        lastSeq = seq;
        lastHash = hash;
    }

    private void compareWithCheckpoints() throws SQLException {
        while (ahead != null && ahead.seq() <= lastSeq) {
            compare(ahead);
            ahead = checkpoints.next();
        }
    }

    private void compare(Checkpoint checkpoint) throws SQLException {
        told = Math.max(told, checkpoint.seq());
        byte[] hash = checkpoint.seq() == lastSeq ? lastHash : sealed(checkpoint.seq());
        if (hash == null) {
            return;
        }
        if (checkpoint.hash().equals(HexFormat.of().formatHex(hash))) {
            proved = proved == null || proved.seq() < checkpoint.seq() ? checkpoint : proved;
        } else {
            findings.add(Finding.Kind.CHAIN_REWRITTEN.of(checkpoint.seq(), checkpoint.sealedAt()));
        }
    }

    /** The hash of an earlier seal: checkpoints come again when the one who carries them crashed. */
    private byte @Nullable [] sealed(long seq) throws SQLException {
        try (PreparedStatement select = database.prepareStatement("select hash from public.audit_seal where seq = ?")) {
            select.setLong(1, seq);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    private void checkTail() throws SQLException {
        while (ahead != null) {
            compare(ahead);
            ahead = checkpoints.next();
        }
        if (told > lastSeq) {
            findings.add(Finding.Kind.TAIL_CUT.of(told, lastSeq));
        }
        try (PreparedStatement untold = database.prepareStatement(UNTOLD)) {
            untold.setLong(1, told);
            try (ResultSet row = untold.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    findings.add(Finding.Kind.CHECKPOINTS_MISSING.of(lastSeq, told));
                }
            }
        }
    }
}
