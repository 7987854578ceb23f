package cn.mingjian.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash chain over a service's audit entries: {@code hash(n) = SHA-256(hash(n - 1), canonical text of entry n)}. */
public final class Chain {

    /** The canonical text of {@code audit_entry e} as PostgreSQL makes it, whatever the session's settings. */
    public static final String CANONICAL = """
            jsonb_build_array(e.id, e.txid::text, e.at at time zone 'UTC', e.account, e.login, e.trace,
              e.relation, e.operation, e.row_key, e.before, e.after)::text""";

    private Chain() {}

    /** What stands before the first entry: no service's chain is another's. */
    public static byte[] origin(String service) {
        return sha256().digest(("mingjian audit " + service).getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] next(byte[] before, String canonical) {
        MessageDigest digest = sha256();
        digest.update(before);
        return digest.digest(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
