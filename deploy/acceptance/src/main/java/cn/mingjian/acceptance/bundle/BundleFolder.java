package cn.mingjian.acceptance.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes files the way different offices export them. */
final class BundleFolder {
    /** How the files look: with byte order mark, with CRLF, with numbers and dates bare in YAML. */
    record Style(boolean mark, boolean crlf, boolean bare) {}

    private final Path folder;
    private final Style style;

    BundleFolder(Path folder, Style style) {
        this.folder = folder;
        this.style = style;
    }

    void table(String file, String header, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (List<String> row : rows)
            text.append(row.stream().map(BundleFolder::cell).collect(Collectors.joining(",")))
                    .append('\n');
        write(file, text.toString());
    }

    void lines(String file, List<String> lines) {
        write(file, lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    /** Maps, lists and texts; a map without entries or a list without elements is written as such. */
    void yaml(String file, Object content) {
        StringBuilder text = new StringBuilder();
        append(text, "", content);
        write(file, text.toString().stripLeading());
    }

    /** A YAML mapping in the order of its pairs of key and value. */
    static Map<String, Object> entry(Object... pairs) {
        Map<String, Object> entry = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) entry.put(pairs[i].toString(), pairs[i + 1]);
        return entry;
    }

    private void append(StringBuilder text, String indent, Object content) {
        switch (content) {
            case Map<?, ?> map when map.isEmpty() -> text.append(" {}\n");
            case Map<?, ?> map -> {
                text.append('\n');
                map.forEach((key, value) -> {
                    text.append(indent).append(key(key)).append(':');
                    append(text, indent + "  ", value);
                });
            }
            case List<?> list when list.isEmpty() -> text.append(" []\n");
            case List<?> list -> {
                text.append('\n');
                for (Object element : list) {
                    StringBuilder inner = new StringBuilder();
                    append(inner, indent + "  ", element);
                    text.append(indent)
                            .append("- ")
                            .append(inner.toString().strip())
                            .append('\n');
                }
            }
            default -> text.append(' ').append(scalar(content.toString())).append('\n');
        }
    }

    private static String key(Object key) {
        return key.equals("on") ? "'on'" : key.toString();
    }

    private String scalar(String value) {
        boolean figure = value.matches("\\d+(\\.\\d+)?|\\d{4}-\\d{2}-\\d{2}");
        boolean word = value.matches("[A-Z_]+|true|false");
        return word || figure && style.bare() ? value : "'" + value.replace("'", "''") + "'";
    }

    private static String cell(String value) {
        return value.contains(",") || value.contains("\"") ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(file),
                    (style.mark() ? "\uFEFF" : "") + (style.crlf() ? text.replace("\n", "\r\n") : text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
