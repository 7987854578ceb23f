package cn.mingjian.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the tables hold with the last that the audit knows of each row, and looks whether the triggers that write the
 * audit stand. The comparison is the database's work: only differences travel.
 */
final class RowCheck {

    private static final int FETCH = 100;

    // Every table that the audit watches, there or not, and everything else that no comment takes out.
    private static final String TABLES = """
            with watched as (
              select distinct on (relation) relation, after as form from public.audit_entry
               where operation in ('WATCHED', 'DROPPED') order by relation, id desc),
            present as (
              select c.relname::text as relation,
                     case when obj_description(c.oid, 'pg_class') like 'audit: none%' then null
                          when obj_description(c.oid, 'pg_class') like 'audit: sums%' then '"sums"'
                          else coalesce((select jsonb_agg(a.attname order by array_position(i.indkey::int2[], a.attnum))
                                           from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                                          where i.indrelid = c.oid and i.indisprimary), '[]') end as form
                from pg_class c
               where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition)
            select relation, format('public.%I', relation) as qualified, present.relation is not null as there, watched.form as watched, present.form as present,
                   (select max(id) from public.audit_entry d where d.relation = watched.relation and operation = 'DROPPED') as since,
                   (select string_agg(quote_literal(key), ', ' order by nr)
                      from jsonb_array_elements_text(case jsonb_typeof(watched.form) when 'array' then watched.form end)
                           with ordinality keys (key, nr)) as key
              from watched full join present using (relation)
             where watched.form is not null or present.form is not null
             order by relation
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
              select distinct on (row_key) row_key, after from public.audit_entry
               where relation = %3$s and id > %4$d and row_key is not null order by row_key, id desc)
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
                        from public.audit_entry e,
                             lateral (values (e.after, 1), (e.before, -1)) side (sums, sign),
                             lateral jsonb_array_elements_text(side.sums) with ordinality lanes (number, nr)
                       where e.relation = %3$s and e.id > %4$d and e.operation <> 'WATCHED' group by nr) lanes)
            select live.sums <> coalesce(audited.sums, '[0, 0, 0, 0, 0, 0, 0, 0, 0]') from live, audited
            """;

    private static final String TRIGGER = """
            select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
             where c.relnamespace = 'public'::regnamespace and c.relname = ? and t.tgname = ? and t.tgenabled = 'A'
            """;

    private final Connection database;
    private final Findings findings;

    RowCheck(Connection database, Findings findings) {
        this.database = database;
        this.findings = findings;
    }

    /**
     * What the audit and the database know of a table.
     *
     * @param qualified its name in SQL
     * @param watched the form in which the audit watches it, as JSON: columns of its key, or that it is audited by sums
     * @param present the form that the table itself asks for, null where a comment takes it out
     * @param since the entry from which on what is known of it counts
     * @param key the watched columns as SQL literals
     */
    private record Table(
            String name,
            String qualified,
            boolean there,
            @Nullable String watched,
            @Nullable String present,
            long since,
            @Nullable String key) {}

    /** Checks every audited table; answers how many there are. */
    int run() throws SQLException {
        List<Table> tables = tables();
        for (Table table : tables) {
            if (!table.there()) {
                findings.add(Finding.Kind.TABLE_MISSING.of(table.name()));
            } else if (table.watched() == null) {
                findings.add(Finding.Kind.TABLE_UNWATCHED.of(table.name(), "audit_*"));
            } else {
                check(table);
            }
        }
        return tables.size();
    }

    private void check(Table table) throws SQLException {
        if (!Objects.equals(table.watched(), table.present())) {
            findings.add(Finding.Kind.TABLE_REFORMED.of(
                    table.name(), String.valueOf(table.present()), String.valueOf(table.watched())));
        }
        String truncate = "BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse_truncate()";
        checkTrigger(table, "audit_truncate", truncate);
        if (table.key() == null) {
            compareSums(table);
            String statement = " FOR EACH STATEMENT EXECUTE FUNCTION public.audit_statement()";
            checkTrigger(table, "audit_insert", "AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows" + statement);
            checkTrigger(
                    table,
                    "audit_update",
                    "AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows" + statement);
            checkTrigger(table, "audit_delete", "AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows" + statement);
        } else {
            compareRows(table);
            checkTrigger(
                    table,
                    "audit_row",
                    "AFTER INSERT OR DELETE OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION public.audit_row("
                            + table.key() + ")");
        }
    }

    private List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(new Table(
                        row.getString("relation"),
                        row.getString("qualified"),
                        row.getBoolean("there"),
                        row.getString("watched"),
                        row.getString("present"),
                        row.getLong("since"),
                        row.getString("key")));
            }
        }
        return tables;
    }

    private void compareRows(Table table) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.setFetchSize(FETCH);
            String sql = ROWS.formatted(
                    table.key(), table.qualified(), statement.enquoteLiteral(table.name()), table.since());
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
            String sql =
                    SUMS.formatted(eighths, table.qualified(), statement.enquoteLiteral(table.name()), table.since());
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                if (row.getBoolean(1)) {
                    findings.add(Finding.Kind.TABLE_CHANGED.of(table.name()));
                }
            }
        }
    }

    /** @param form what is to follow the trigger's name in its definition, with a place for the table's */
    private void checkTrigger(Table table, String trigger, String form) throws SQLException {
        try (PreparedStatement definition = database.prepareStatement(TRIGGER)) {
            definition.setString(1, table.name());
            definition.setString(2, trigger);
            try (ResultSet row = definition.executeQuery()) {
                String expected = "CREATE TRIGGER " + trigger + " " + form.formatted(table.qualified());
                if (!row.next() || !row.getString(1).equals(expected)) {
                    findings.add(Finding.Kind.TABLE_UNWATCHED.of(table.name(), trigger));
                }
            }
        }
    }
}
