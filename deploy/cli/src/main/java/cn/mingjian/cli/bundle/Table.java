package cn.mingjian.cli.bundle;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.form.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as it was read: its rows, and whether it can be relied on to be complete. */
final class Table {
    private final String file;
    private final Set<String> columns;
    private final List<Row> rows;
    private final boolean whole;

    private Table(String file, Set<String> columns, List<Row> rows, boolean whole) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
        this.whole = whole;
    }

    /** Reads a table and reports what is wrong with its columns, its values and its keys. */
    static Table read(CsvFile kind, Folder folder) {
        Optional<List<Csv.Record>> records =
                folder.text(kind.file(), kind.needed()).map(Csv::read);
        return records.map(csv -> new Reader(kind, folder.faults()).table(csv))
                .orElseGet(() -> new Table(kind.file(), Set.of(), List.of(), false));
    }

    String file() {
        return file;
    }

    List<Row> rows() {
        return rows;
    }

    /** Whether all rows were read and these columns are among them; else nothing can be said about what is missing. */
    boolean tells(String... names) {
        return whole && columns.containsAll(Set.of(names));
    }

    /** The codes that a column defines. */
    Known known(String what, String column) {
        return new Known(what, Set.copyOf(values(column)), tells(column));
    }

    /**
     * The rows that have lost the code which a column should define. That of a repeated one is not missed while there is
     * a code that nobody cites though it should be: then that one may be mistyped.
     *
     * @param expected where the code of a row would be cited; nothing when that is not known
     */
    List<Lost> lost(String column, Citations citations, Function<Row, Optional<Set<String>>> expected) {
        List<Lost> lost = new ArrayList<>();
        boolean idle = rows.stream()
                .anyMatch(row -> row.find(column)
                                .filter(code -> citations.of(code).isEmpty())
                                .isPresent()
                        && expected.apply(row)
                                .filter(places -> !places.isEmpty())
                                .isPresent());
        Map<String, Row> first = new HashMap<>();
        for (Row row : rows) {
            if (!row.knows(column)) {
                lost.add(Lost.unreadable(expected.apply(row)));
            }
            row.find(column)
                    .map(code -> first.putIfAbsent(code, row))
                    .filter(earlier -> !idle)
                    .ifPresent(earlier -> lost.add(Lost.repeated(expected.apply(earlier), expected.apply(row))));
        }
        return lost;
    }

    /** The codes that a column defines in rows which have the same in other columns as this one. */
    Set<String> alike(Row row, String column, String... same) {
        return rows.stream()
                .filter(other ->
                        Stream.of(same).allMatch(each -> other.find(each).equals(row.find(each))))
                .flatMap(other -> other.find(column).stream())
                .collect(Collectors.toSet());
    }

    private record Reader(CsvFile kind, Faults faults) {

        Table table(List<Csv.Record> csv) {
            for (Csv.Record record : csv) {
                if (record.brokenQuote() > 0) {
                    faults.add(kind.file(), record.brokenQuote(), "csv", "引号没有闭合，或闭合后还有文字（值中的引号要写两个）");
                }
            }
            if (!csv.isEmpty() && csv.getFirst().brokenQuote() > 0) {
                return new Table(kind.file(), Set.of(), List.of(), false);
            }
            List<String> header = csv.isEmpty() ? List.of() : csv.getFirst().values();
            Set<String> present = columns(header);
            List<Row> rows =
                    csv.stream().skip(1).map(line -> row(header, present, line)).toList();
            reportRepeated(rows);
            return new Table(kind.file(), present, rows, !csv.isEmpty());
        }

        private Set<String> columns(List<String> header) {
            Set<String> present = new HashSet<>();
            for (String name : header) {
                if (!present.add(name) && !name.isEmpty()) {
                    faults.add(kind.file(), 1, name, "这一列出现了两次");
                }
            }
            for (Field column : kind.shape().fields()) {
                if (!present.contains(column.name())) {
                    faults.add(kind.file(), 1, column.name(), "缺少这一列");
                }
            }
            return present;
        }

        private Row row(List<String> header, Set<String> present, Csv.Record line) {
            Map<String, String> values = new HashMap<>();
            Set<String> unreadable = new HashSet<>();
            for (Field column : kind.shape().fields()) {
                int index = header.indexOf(column.name());
                String value = index >= 0 && index < line.values().size()
                        ? line.values().get(index)
                        : "";
                boolean unread =
                        line.brokenQuote() > 0 && index >= line.values().size();
                Optional<String> fault = fault(column, value);
                if (unread || !present.contains(column.name())) {
                    unreadable.add(column.name());
                } else if (fault.isPresent()) {
                    unreadable.add(column.name());
                    faults.add(kind.file(), line.line(), column.name(), fault.get());
                } else if (!value.isBlank()) {
                    values.put(column.name(), value);
                }
            }
            if (isWhole(present)) {
                reportSurplus(header, line);
            }
            return new Row(line.line(), values, unreadable);
        }

        /** Whether no column is missing; else values are left over because of that. */
        private boolean isWhole(Set<String> present) {
            return kind.shape().fields().stream().map(Field::name).allMatch(present::contains);
        }

        private Optional<String> fault(Field column, String value) {
            if (value.isBlank()) {
                return column.mayBeEmpty() ? Optional.empty() : Optional.of("不能为空");
            }
            return column.form().fault(value);
        }

        /** An unquoted comma inside a value moves the rest of it into columns that nobody would read. */
        private void reportSurplus(List<String> header, Csv.Record line) {
            for (int i = header.size(); i < line.values().size(); i++) {
                if (!line.values().get(i).isBlank()) {
                    faults.add(
                            kind.file(),
                            line.line(),
                            header.getLast().isBlank() ? "csv" : header.getLast(),
                            "这一行比表头多出一列“%s”（含逗号的值要加引号）".formatted(line.values().get(i)));
                }
            }
        }

        private void reportRepeated(List<Row> rows) {
            Map<List<String>, Integer> first = new HashMap<>();
            for (Row row : rows) {
                if (kind.shape().key().isEmpty() || !kind.shape().key().stream().allMatch(row::knows)) {
                    continue;
                }
                List<String> key = kind.shape().key().stream()
                        .map(c -> row.find(c).orElse(""))
                        .toList();
                Integer earlier = first.putIfAbsent(key, row.line());
                if (earlier != null) {
                    String words = key.stream().filter(w -> !w.isEmpty()).collect(Collectors.joining(" "));
                    faults.add(
                            kind.file(),
                            row.line(),
                            kind.shape().key().getFirst(),
                            "“%s”与第 %d 行重复".formatted(words, earlier));
                }
            }
        }
    }

    /** The readable values of a column, in the order of the file. */
    List<String> values(String column) {
        List<String> values = new ArrayList<>();
        rows.forEach(row -> row.find(column).ifPresent(values::add));
        return values;
    }
}
