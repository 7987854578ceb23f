package cn.mingjian.report.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a section is made of. Templates ask for the one kind that a block is; the other kinds answer null. */
public sealed interface Block {

    /** A heading inside a chapter: level 3 is （一）, level 4 is 1. */
    record Heading(int level, String text) implements Block {
        public Heading {
            if (level != 3 && level != 4) {
                throw new IllegalArgumentException("no heading of level " + level);
            }
        }
    }

    /** A paragraph; {@code lead} opens it in bold. */
    record Paragraph(@Nullable String lead, String text) implements Block {}

    /** A remark in small print under a table or figure. */
    record Remark(String text) implements Block {}

    /**
     * A table: widths of the columns in percent, header rows, body rows. The header repeats on every page; an
     * {@code dense} one is set in the annex's small print.
     */
    record Table(String id, String caption, boolean dense, List<String> widths, List<List<Cell>> head, List<Row> rows)
            implements Block {
        public Table {
            widths = List.copyOf(widths);
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }

        /** Whether it is so short that it stays on one page. */
        public boolean isShort() {
            return rows.size() <= 8;
        }
    }

    /** A row; a total is set apart. */
    record Row(boolean total, List<Cell> cells) {}

    /** The kind of a cell decides its alignment and how it is read out; a count is a figure that stands among marks. */
    enum CellKind {
        HEADER,
        TEXT,
        NUMBER,
        COUNT,
        MARK
    }

    /** A cell; {@code figure} names the figure that it shows, so that a reader can ask why. */
    record Cell(
            CellKind kind,
            String text,
            int columns,
            int rows,
            @Nullable String tone,
            @Nullable String figure) {

        public static Cell header(String text) {
            return new Cell(CellKind.HEADER, text, 1, 1, null, null);
        }

        public static Cell header(String text, int columns, int rows) {
            return new Cell(CellKind.HEADER, text, columns, rows, null, null);
        }

        public static Cell text(@Nullable String text) {
            return new Cell(CellKind.TEXT, text == null ? "" : text, 1, 1, null, null);
        }

        /** A figure as its owner prints it; unknown shows as a dash. */
        public static Cell number(@Nullable String text) {
            return new Cell(CellKind.NUMBER, text == null ? Wording.UNKNOWN : text, 1, 1, null, null);
        }

        public static Cell count(long count) {
            return new Cell(CellKind.COUNT, String.valueOf(count), 1, 1, null, null);
        }

        public static Cell mark(String text) {
            return new Cell(CellKind.MARK, text, 1, 1, null, null);
        }

        public Cell toned(@Nullable String newTone) {
            return new Cell(kind, text, columns, rows, newTone, figure);
        }

        public Cell why(@Nullable String newFigure) {
            return new Cell(kind, text, columns, rows, tone, newFigure);
        }

        public boolean isHeader() {
            return kind == CellKind.HEADER;
        }

        /** Whether it shows a figure, known or not. */
        public boolean isNumeric() {
            return kind == CellKind.NUMBER || kind == CellKind.COUNT;
        }

        /** The style class of the cell. */
        public String style() {
            return switch (kind) {
                        case HEADER -> "h";
                        case TEXT -> "t";
                        case NUMBER -> "n";
                        case COUNT, MARK -> "m";
                    }
                    + (tone == null ? "" : " " + tone);
        }
    }

    /** A chart of horizontal bars. */
    record Chart(String id, String caption, String description, BarChart bars) implements Block {}

    default @Nullable Heading asHeading() {
        return this instanceof Heading heading ? heading : null;
    }

    default @Nullable Paragraph asParagraph() {
        return this instanceof Paragraph paragraph ? paragraph : null;
    }

    default @Nullable Remark asRemark() {
        return this instanceof Remark remark ? remark : null;
    }

    default @Nullable Table asTable() {
        return this instanceof Table table ? table : null;
    }

    default @Nullable Chart asChart() {
        return this instanceof Chart chart ? chart : null;
    }
}
