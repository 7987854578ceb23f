package cn.mingjian.acceptance.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of a database as its catalogue lists them, each with the query that shows its rows in comparable form. */
final class Catalogue {
    private static final String COLUMNS = """
            select n.nspname, c.relname, a.attname, format_type(a.atttypid, null), a.attidentity <> ''
              from pg_attribute a
              join pg_class c on c.oid = a.attrelid
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
               and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
             order by n.nspname, c.relname, a.attnum
            """;
    private static final String REFERENCES_TO_GENERATED_IDS = """
            select c.relname, a.attname, f.relname, fa.attname
              from pg_constraint k
              join pg_class c on c.oid = k.conrelid
              join pg_class f on f.oid = k.confrelid
              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
              join pg_attribute fa on fa.attrelid = k.confrelid and fa.attnum = k.confkey[1]
             where k.contype = 'f' and cardinality(k.conkey) = 1 and fa.attidentity <> ''
            """;

    private record Column(String name, String type, boolean generated) {}

    private record Reference(String table, String column) {}

    private final Map<String, List<Column>> columns = new LinkedHashMap<>();
    private final Map<String, String> schemas = new HashMap<>();
    private final Map<String, Reference> references = new HashMap<>();

    private Catalogue() {}

    static Catalogue of(Connection database) throws SQLException {
        Catalogue catalogue = new Catalogue();
        try (Statement statement = database.createStatement()) {
            try (ResultSet row = statement.executeQuery(COLUMNS)) {
                while (row.next()) {
                    catalogue.schemas.put(row.getString(2), row.getString(1));
                    catalogue
                            .columns
                            .computeIfAbsent(row.getString(2), any -> new ArrayList<>())
                            .add(new Column(row.getString(3), row.getString(4), row.getBoolean(5)));
                }
            }
            try (ResultSet row = statement.executeQuery(REFERENCES_TO_GENERATED_IDS)) {
                while (row.next()) {
                    catalogue.references.put(
                            row.getString(1) + "." + row.getString(2),
                            new Reference(row.getString(3), row.getString(4)));
                }
            }
        }
        return catalogue;
    }

    List<String> tables() {
        return List.copyOf(columns.keySet());
    }

    /** One JSON object a row: without what is generated, and with the referenced row in place of a generated id. */
    String rows(String table) {
        return "select to_jsonb(r)::text from (%s) r".formatted(select(table, "true"));
    }

    private String select(String table, String condition) {
        String shown = columns.getOrDefault(table, List.of()).stream()
                .filter(column -> !column.generated() && !Projections.passesOver(table, column.name()))
                .map(column -> shown(table, column))
                .collect(Collectors.joining(", "));
        return "select %s from \"%s\".\"%s\" \"%s\" where %s"
                .formatted(shown, schemas.get(table), table, table, condition);
    }

    private String shown(String table, Column column) {
        String name = "\"%s\".\"%s\"".formatted(table, column.name());
        Reference reference = references.get(table + "." + column.name());
        if (reference != null) {
            String referenced = select(
                    reference.table(), "\"%s\".\"%s\" = %s".formatted(reference.table(), reference.column(), name));
            return "(select to_jsonb(o) from (%s) o) as \"%s\"".formatted(referenced, column.name());
        }
        return column.type().startsWith("timestamp") ? "%s is not null as \"%s\"".formatted(name, column.name()) : name;
    }
}
