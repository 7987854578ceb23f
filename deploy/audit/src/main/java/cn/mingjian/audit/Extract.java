package cn.mingjian.audit;

import cn.mingjian.platform.audit.Chain;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * The audit of one evaluation: every entry of every transaction that touched it, each beside the hash that its seal continues, so
 * that {@link Chain#next} shows it unchanged without the rest of the chain. Entries that are not sealed yet have no hashes.
 */
final class Extract {

    private static final int FETCH = 500;

    private static final String ENTRIES = """
            with chain as (select entry, seq, hash, lag(hash) over (order by seq) as previous from public.audit_seal),
                 own as (select distinct txid from public.audit_entry e
                          where jsonb_path_exists(jsonb_build_array(e.row_key, e.before, e.after),
                                                  '$.** ? (@ == $code)', jsonb_build_object('code', cast(? as text))))
            select c.seq, c.previous, c.hash, %s as canonical
              from public.audit_entry e join own using (txid) left join chain c on c.entry = e.id
             order by e.txid, e.id
            """.formatted(Chain.CANONICAL);

    private Extract() {}

    /**
     * Writes an evaluation's entries as lines of JSON: seq, previous, hash, canonical.
     *
     * @return how many
     */
    static int write(String service, Access.Database location, String evaluation, Path file)
            throws SQLException, IOException {
        ObjectMapper json = new ObjectMapper();
        int lines = 0;
        try (Connection database = Verification.connect(location);
                PreparedStatement select = database.prepareStatement(ENTRIES);
                Writer out = Files.newBufferedWriter(file)) {
            select.setFetchSize(FETCH);
            select.setString(1, evaluation);
            try (ResultSet row = select.executeQuery()) {
                for (; row.next(); lines++) {
                    ObjectNode line = json.createObjectNode();
                    long seq = row.getLong("seq");
                    if (!row.wasNull()) {
                        byte[] previous = seq == 1 ? Chain.origin(service) : row.getBytes("previous");
                        line.put("seq", seq)
                                .put("previous", HexFormat.of().formatHex(previous))
                                .put("hash", HexFormat.of().formatHex(row.getBytes("hash")));
                    }
                    out.write(line.put("canonical", row.getString("canonical")).toString());
                    out.write('\n');
                }
            }
            database.rollback();
        }
        return lines;
    }
}
