package cn.mingjian.report.rendering;

import cn.mingjian.report.content.Block;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** A table on a sheet: its caption, its header with merged cells, its rows. */
final class WorkbookTable {

    private static final int NARROWEST = 6;
    private static final int WIDEST = 32;
    private static final String LOW = "9C2A1C";

    private WorkbookTable() {}

    /** Writes the table from this row on; answers the first row below it. */
    static int write(Worksheet sheet, int start, Block.Table table) {
        int row = start;
        sheet.value(row, 0, table.caption());
        sheet.style(row, 0).bold().set();
        row++;
        boolean[][] taken = new boolean[table.head().size()][table.widths().size()];
        for (int i = 0; i < table.head().size(); i++) {
            headRow(sheet, row, table.head().get(i), taken, i);
            row++;
        }
        for (Block.Row body : table.rows()) {
            int column = 0;
            for (Block.Cell cell : body.cells()) {
                cell(sheet, row, column, cell, body.total());
                column += cell.columns();
            }
            row++;
        }
        return row;
    }

    private static void headRow(Worksheet sheet, int row, List<Block.Cell> cells, boolean[][] taken, int line) {
        int column = 0;
        for (Block.Cell cell : cells) {
            while (column < taken[line].length && taken[line][column]) {
                column++;
            }
            sheet.value(row, column, cell.text());
            if (cell.columns() > 1 || cell.rows() > 1) {
                sheet.range(row, column, row + cell.rows() - 1, column + cell.columns() - 1)
                        .merge();
            }
            for (int down = 0; down < cell.rows() && line + down < taken.length; down++) {
                for (int across = 0; across < cell.columns() && column + across < taken[line].length; across++) {
                    taken[line + down][column + across] = true;
                    sheet.style(row + down, column + across)
                            .bold()
                            .horizontalAlignment("center")
                            .verticalAlignment("center")
                            .wrapText(true)
                            .borderStyle("thin")
                            .fillColor("EFEFEF")
                            .set();
                }
            }
            column += cell.columns();
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Block.Cell cell, boolean total) {
        StyleSetter style = sheet.style(row, column);
        style.borderStyle("thin").verticalAlignment("center").wrapText(true);
        style.horizontalAlignment(
                switch (cell.kind()) {
                    case HEADER, MARK, COUNT -> "center";
                    case NUMBER -> "right";
                    case TEXT -> "left";
                });
        if (total) {
            style.bold();
        }
        if ("low".equals(cell.tone())) {
            style.fontColor(LOW);
        }
        var number = cell.isNumeric() ? PrintedNumber.of(cell.text()) : java.util.Optional.<PrintedNumber>empty();
        if (number.isPresent()) {
            sheet.value(row, column, number.get().value());
            style.format(number.get().format());
        } else if (!cell.text().isEmpty()) {
            sheet.value(row, column, cell.text());
        }
        style.set();
        if (cell.columns() > 1) {
            for (int across = 1; across < cell.columns(); across++) {
                sheet.style(row, column + across).borderStyle("thin").set();
            }
            sheet.range(row, column, row, column + cell.columns() - 1).merge();
        }
    }

    /** Makes the columns as wide as what stands in them, in all tables of the sheet. */
    static void fit(Worksheet sheet, List<Block.Table> tables) {
        int columns =
                tables.stream().mapToInt(table -> table.widths().size()).max().orElse(0);
        int[] widths = new int[columns];
        for (Block.Table table : tables) {
            Stream.concat(table.head().stream(), table.rows().stream().map(Block.Row::cells))
                    .forEach(cells -> widen(widths, cells));
        }
        for (int i = 0; i < columns; i++) {
            sheet.width(i, Math.clamp(widths[i] + 2L, NARROWEST, WIDEST));
        }
    }

    /** Headers may take two lines; cells that reach across columns do not count. */
    private static void widen(int[] widths, List<Block.Cell> cells) {
        int column = 0;
        for (Block.Cell cell : cells) {
            if (cell.columns() == 1 && cell.rows() == 1 && column < widths.length) {
                int across =
                        cell.text().codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
                widths[column] = Math.max(widths[column], cell.isHeader() ? (across + 1) / 2 : across);
            }
            column += cell.columns();
        }
    }
}
