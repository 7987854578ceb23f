package cn.mingjian.cli.bundle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values after RFC 4180: quoted values may hold commas, line breaks and doubled quotes; lines end with
 * LF, CRLF or CR; lines without anything are skipped. Every record knows the line on which it begins.
 */
final class Csv {

    /** One record; it may reach over several lines when a value is quoted. */
    record Record(int line, List<String> values) {}

    /** All records, and the line of a quote that is never closed (0: there is none). */
    record Content(List<Record> records, int openQuote) {}

    private final String text;
    private int at;
    private int line = 1;

    private Csv(String text) {
        this.text = text;
    }

    static Content read(String text) {
        return new Csv(text).content();
    }

    private Content content() {
        List<Record> records = new ArrayList<>();
        while (at < text.length()) {
            int begins = line;
            List<String> values = new ArrayList<>();
            do {
                String value = text.startsWith("\"", at) ? quoted() : plain();
                if (value == null) {
                    return new Content(records, begins);
                }
                values.add(value);
            } while (separated());
            endOfLine();
            if (values.size() > 1 || !values.getFirst().isEmpty()) {
                records.add(new Record(begins, values));
            }
        }
        return new Content(records, 0);
    }

    private String plain() {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private @Nullable String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            if (text.startsWith("\"\"", at)) {
                value.append('"');
                at += 2;
            } else if (text.charAt(at) == '"') {
                at++;
                return value + plain();
            } else if (endOfLine()) {
                value.append('\n');
            } else {
                value.append(text.charAt(at++));
            }
        }
        return null;
    }

    private boolean separated() {
        boolean comma = text.startsWith(",", at);
        at += comma ? 1 : 0;
        return comma;
    }

    private boolean endOfLine() {
        int length = text.startsWith("\r\n", at) ? 2 : text.startsWith("\n", at) || text.startsWith("\r", at) ? 1 : 0;
        at += length;
        line += length > 0 ? 1 : 0;
        return length > 0;
    }
}
