package cn.mingjian.indicator.record;

import java.util.HexFormat;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText {
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder text = new StringBuilder();
    private boolean firstOfRow = true;

    CopyText add(Object value) {
        separate();
        var field = value.toString();
        for (var i = 0; i < field.length(); i++) {
            switch (field.charAt(i)) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(field.charAt(i));
            }
        }
        return this;
    }

    CopyText add(byte[] value) {
        separate();
        text.append("\\\\x").append(HEX.formatHex(value));
        return this;
    }

    void endRow() {
        text.append('\n');
        firstOfRow = true;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void separate() {
        if (!firstOfRow) {
            text.append('\t');
        }
        firstOfRow = false;
    }
}
