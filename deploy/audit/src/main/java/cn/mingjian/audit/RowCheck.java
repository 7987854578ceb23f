package cn.mingjian.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the tables hold with the last that the audit knows of each row, and looks whether the triggers that write the
 * audit stand. The comparison is the database's work: only differences travel.
 */
final class RowCheck {

    private static final int FETCH = 100;

    // Everything the audit has ever told of, and everything that no comment takes out.
    private static final String TABLES = """
            select c.relname as name,
                   coalesce((select e.row_key is null from audit_entry e where e.relation = c.relname limit 1),
                            obj_description(c.oid, 'pg_class') like 'audit: sums%', false) as by_sums,
                   (select string_agg(quote_literal(a.attname), ',') from pg_index i
                      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                     where i.indrelid = c.oid and i.indisprimary) as key
              from pg_class c
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
               and (exists (select from audit_entry e where e.relation = c.relname)
                    or coalesce(obj_description(c.oid, 'pg_class') not like 'audit: none%', true))
             order by c.relname
            """;

    // As audit_image and audit_key make them; those of the database are not asked.
    private static final String ROWS = """
            with live as (
              select (select jsonb_object_agg(name, image -> name) from unnest(array[%1$s]) name) as row_key, image
                from (select (select coalesce(jsonb_object_agg(key, case
                               when jsonb_typeof(value) in ('number', 'boolean')
                                 or jsonb_typeof(value) = 'string'
                                    and value #>> '{}' ~ '^[A-Za-z0-9._:/+-]{0,80}$' then value
                               else jsonb_build_object('sha256', encode(sha256(convert_to(value::text, 'UTF8')), 'hex'))
                               end), '{}')
                                from jsonb_each(to_jsonb(t)) where value <> 'null') as image
                        from %2$s t) images),
            audited as (
              select distinct on (row_key) row_key, after from audit_entry where relation = %3$s order by row_key, id desc)
            select coalesce(live.row_key, audited.row_key)::text as row_key,
                   live.image is null as gone, audited.after is null as unknown
              from live full join (select * from audited where after is not null) audited on audited.row_key = live.row_key
             where live.image is distinct from audited.after
            """;

    private static final String SUMS = """
            with live as (select jsonb_build_array(count(*), %1$s) as sums
                            from (select sha512(convert_to(t::text, 'UTF8')) as h from %2$s t offset 0) hashed),
            audited as (
              select jsonb_agg(total order by nr) as sums
                from (select nr, sum(side.sign * number::numeric) as total
                        from audit_entry e,
                             lateral (values (e.after, 1), (e.before, -1)) side (sums, sign),
                             lateral jsonb_array_elements_text(side.sums) with ordinality lanes (number, nr)
                       where e.relation = %3$s group by nr) lanes)
            select live.sums <> coalesce(audited.sums, '[0, 0, 0, 0, 0, 0, 0, 0, 0]') from live, audited
            """;

    private static final String WATCHED = """
            select exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
                            where t.tgrelid = to_regclass(quote_ident(?)) and t.tgname = ? and p.proname = ? and t.tgenabled = 'A')
            """;

    private final Connection database;
    private final Findings findings;

    RowCheck(Connection database, Findings findings) {
        this.database = database;
        this.findings = findings;
    }

    /** @param key its primary key's columns as SQL literals, null without one: such a table cannot have been audited */
    private record Table(
            String name, boolean bySums, @Nullable String key) {}

    /** Checks every audited table; answers how many there are. */
    int run() throws SQLException {
        List<Table> tables = tables();
        for (Table table : tables) {
            if (table.bySums()) {
                compareSums(table);
                for (String moment : List.of("insert", "update", "delete")) {
                    checkTrigger(table.name(), "audit_" + moment, "audit_statement");
                }
            } else {
                if (table.key() != null) {
                    compareRows(table);
                }
                checkTrigger(table.name(), "audit_row", "audit_row");
            }
            checkTrigger(table.name(), "audit_truncate", "audit_refuse_truncate");
        }
        for (String own : List.of("audit_entry", "audit_seal")) {
            checkTrigger(own, own + "_append_only", "refuse_change");
        }
        return tables.size();
    }

    private List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(new Table(row.getString("name"), row.getBoolean("by_sums"), row.getString("key")));
            }
        }
        return tables;
    }

    private void compareRows(Table table) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.setFetchSize(FETCH);
            String sql = ROWS.formatted(
                    table.key(),
                    statement.enquoteIdentifier(table.name(), true),
                    statement.enquoteLiteral(table.name()));
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    Finding.Kind kind = row.getBoolean("gone")
                            ? Finding.Kind.ROW_REMOVED
                            : row.getBoolean("unknown") ? Finding.Kind.ROW_ADDED : Finding.Kind.ROW_CHANGED;
                    findings.add(kind.of(table.name(), row.getString("row_key")));
                }
            }
        }
    }

    private void compareSums(Table table) throws SQLException {
        String eighths = IntStream.range(0, 8)
                .mapToObj(n -> "coalesce(sum(substr(h, %d, 8)::bigint), 0)".formatted(1 + 8 * n))
                .collect(Collectors.joining(", "));
        try (Statement statement = database.createStatement()) {
            String sql = SUMS.formatted(
                    eighths, statement.enquoteIdentifier(table.name(), true), statement.enquoteLiteral(table.name()));
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                if (row.getBoolean(1)) {
                    findings.add(Finding.Kind.TABLE_CHANGED.of(table.name()));
                }
            }
        }
    }

    private void checkTrigger(String table, String trigger, String function) throws SQLException {
        try (PreparedStatement watched = database.prepareStatement(WATCHED)) {
            watched.setString(1, table);
            watched.setString(2, trigger);
            watched.setString(3, function);
            try (ResultSet row = watched.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    findings.add(Finding.Kind.TABLE_UNWATCHED.of(table, trigger));
                }
            }
        }
    }
}
