package cn.mingjian.report.rendering;

import cn.mingjian.report.content.Block;
import cn.mingjian.report.content.ReportContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;

/** The annexes as a workbook: a sheet an annex, its tables one below the other, figures as numbers. */
public final class Workbook {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
    private static final int CHARACTERS_ACROSS = 160;

    private Workbook() {}

    public static byte[] of(ReportContent content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(out, "Mingjian", "1.0")) {
            int number = 0;
            for (ReportContent.Section annex : content.annexes()) {
                number++;
                sheet(workbook.newWorksheet("附件" + number), annex);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static void sheet(Worksheet sheet, ReportContent.Section annex) {
        sheet.value(0, 0, annex.heading());
        sheet.style(0, 0).bold().fontSize(14).set();
        int row = 2;
        for (Block block : annex.blocks()) {
            Block.Table table = block.asTable();
            if (table != null) {
                row = table(sheet, row, table) + 1;
            }
            Block.Remark remark = block.asRemark();
            if (remark != null) {
                sheet.value(row++, 0, "注：" + remark.text());
            }
            Block.Paragraph paragraph = block.asParagraph();
            if (paragraph != null) {
                sheet.value(row++, 0, paragraph.text());
            }
        }
        sheet.fitToWidth((short) 1);
        if (annex.wide()) {
            sheet.pageOrientation("landscape");
        }
    }

    private static int table(Worksheet sheet, int start, Block.Table table) {
        int row = start;
        sheet.value(row, 0, table.caption());
        sheet.style(row, 0).bold().set();
        row++;
        widths(sheet, table.widths());
        boolean[][] taken = new boolean[table.head().size()][table.widths().size()];
        for (int i = 0; i < table.head().size(); i++) {
            headRow(sheet, row, table.head().get(i), taken, i);
            row++;
        }
        for (Block.Row body : table.rows()) {
            int column = 0;
            for (Block.Cell cell : body.cells()) {
                put(sheet, row, column, cell);
                var style = sheet.style(row, column).borderStyle("thin");
                if (body.total()) {
                    style.bold();
                }
                style.set();
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
                            .wrapText(true)
                            .borderStyle("thin")
                            .fillColor("EFEFEF")
                            .set();
                }
            }
            column += cell.columns();
        }
    }

    private static void put(Worksheet sheet, int row, int column, Block.Cell cell) {
        if (cell.kind() == Block.CellKind.NUMBER && NUMBER.matcher(cell.text()).matches()) {
            sheet.value(row, column, new BigDecimal(cell.text()));
        } else if (!cell.text().isEmpty()) {
            sheet.value(row, column, cell.text());
        }
    }

    private static void widths(Worksheet sheet, List<String> percents) {
        for (int i = 0; i < percents.size(); i++) {
            double width = new BigDecimal(percents.get(i)).doubleValue() * CHARACTERS_ACROSS / 100;
            sheet.width(i, Math.clamp(width, 5, 60));
        }
    }
}
