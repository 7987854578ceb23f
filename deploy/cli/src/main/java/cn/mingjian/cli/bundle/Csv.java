package cn.mingjian.cli.bundle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values after RFC 4180: quoted values may hold commas, line breaks and doubled quotes; lines end with
 * LF, CRLF or CR; lines without anything are skipped. Every record knows the line on which it begins.
 */
final class Csv {

    /**
     * One record; it may reach over several lines when a value is quoted.
     *
     * @param brokenQuote the line of a quote that is never closed, or is closed inside its value (0: there is none); the
     *     values are those before it, and the next record begins on the next line
     */
    record Record(int line, List<String> values, int brokenQuote) {}

    private final String text;
    private int at;
    private int line = 1;

    private Csv(String text) {
        this.text = text;
    }

    static List<Record> read(String text) {
        return new Csv(text).records();
    }

    private List<Record> records() {
        List<Record> records = new ArrayList<>();
        while (at < text.length()) {
            int begins = line;
            int brokenQuote = 0;
            List<String> values = new ArrayList<>();
            do {
                String value = text.startsWith("\"", at) ? quoted() : plain();
                if (value == null) {
                    brokenQuote = line;
                    skipLine();
                    break;
                }
                values.add(value);
            } while (separated());
            endOfLine();
            if (brokenQuote > 0 || values.size() > 1 || !values.getFirst().isEmpty()) {
                records.add(new Record(begins, values, brokenQuote));
            }
        }
        return records;
    }

    private String plain() {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    /** A quoted value; null, and nothing read, when its quote is broken. */
    private @Nullable String quoted() {
        int opened = at;
        int openedLine = line;
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            if (text.startsWith("\"\"", at)) {
                value.append('"');
                at += 2;
            } else if (text.charAt(at) == '"') {
                at++;
                if (plain().isBlank()) {
                    return value.toString();
                }
                break;
            } else if (endOfLine()) {
                value.append('\n');
            } else {
                value.append(text.charAt(at++));
            }
        }
        at = opened;
        line = openedLine;
        return null;
    }

    private void skipLine() {
        while (at < text.length() && "\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
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
