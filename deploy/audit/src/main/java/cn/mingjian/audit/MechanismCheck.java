package cn.mingjian.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds what writes and keeps the audit — its tables, their defaults and rights, the triggers' functions — against
 * {@code mechanism.txt}, which says how the migrations make it.
 */
final class MechanismCheck {

    // What takes the place of PostgreSQL's own functions, prints rows in another way or presets an account could lie to
    // the triggers.
    private static final String MECHANISM = """
            with own as (select * from pg_class
                          where relnamespace = 'public'::regnamespace and relname in ('audit_entry', 'audit_seal'))
            select format('table %s kind %s%s row security %s', relname, relkind, relpersistence, relrowsecurity) from own
            union all
            select concat_ws(' ', 'column', relname || '.' || attname, format_type(atttypid, atttypmod),
                     case when attnotnull then 'not null' end, case attidentity when 'a' then 'generated always' end,
                     (select 'default ' || pg_get_expr(adbin, adrelid) from pg_attrdef where adrelid = attrelid and adnum = attnum))
              from own join pg_attribute on attrelid = own.oid where attnum > 0 and not attisdropped
            union all
            select format('constraint %s.%s %s', relname, conname, pg_get_constraintdef(pg_constraint.oid))
              from own join pg_constraint on conrelid = own.oid where contype <> 'n'
            union all
            select format('trigger %s %s', tgenabled, pg_get_triggerdef(pg_trigger.oid))
              from own join pg_trigger on tgrelid = own.oid where not tgisinternal
            union all
            select format('rule %s', pg_get_ruledef(pg_rewrite.oid)) from own join pg_rewrite on ev_class = own.oid
            union all
            select distinct format('grant %s on %s', privilege_type, relname)
              from own, aclexplode(relacl) where grantee <> relowner
            union all
            select format('function %s sha256 %s', oid::regprocedure, encode(sha256(convert_to(pg_get_functiondef(oid), 'UTF8')), 'hex'))
              from pg_proc f
             where pronamespace = 'public'::regnamespace
               and (proname ~ '^audit_' or proname = 'refuse_change'
                    or exists (select from pg_proc o where o.pronamespace = 'pg_catalog'::regnamespace and o.proname = f.proname))
            union all
            select format('setting %s', setting) from pg_db_role_setting, unnest(setconfig) setting
             where setting like 'app.%' and setdatabase in (0, (select oid from pg_database where datname = current_database()))
            union all
            select format('cast from %s', castsource::regtype) from pg_cast
             where castsource in (select oid from pg_type where typnamespace = 'public'::regnamespace)
            """;

    private final Connection database;
    private final Findings findings;

    MechanismCheck(Connection database, Findings findings) {
        this.database = database;
        this.findings = findings;
    }

    void run() throws SQLException {
        Set<String> missing = asMigrated();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(MECHANISM)) {
            while (row.next()) {
                String part = row.getString(1);
                if (!missing.remove(part)) {
                    findings.add(Finding.Kind.MECHANISM_CHANGED.of(part));
                }
            }
        }
        missing.forEach(part -> findings.add(Finding.Kind.MECHANISM_MISSING.of(part)));
    }

    private static Set<String> asMigrated() {
        try (InputStream file = Objects.requireNonNull(MechanismCheck.class.getResourceAsStream("mechanism.txt"))) {
            return new TreeSet<>(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
