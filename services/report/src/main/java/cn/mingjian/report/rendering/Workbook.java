package cn.mingjian.report.rendering;

import cn.mingjian.report.content.Block;
import cn.mingjian.report.content.ReportContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The annexes as a workbook, and the score behind them: a sheet each, its tables one below the other, figures as numbers
 * that show the digits of the other editions. What begins like a formula is text.
 */
public final class Workbook {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final org.dhatim.fastexcel.Workbook workbook;
    private final @Nullable String mark;

    private Workbook(org.dhatim.fastexcel.Workbook workbook, @Nullable String mark) {
        this.workbook = workbook;
        this.mark = mark;
    }

    public static byte[] of(ReportContent content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var file = new org.dhatim.fastexcel.Workbook(out, "Mingjian", "1.0")) {
            Workbook workbook = new Workbook(file, content.mark());
            int number = 0;
            for (ReportContent.Section annex : content.annexes()) {
                number++;
                workbook.sheet("附件" + number, annex);
            }
            workbook.sheet(content.score().name(), content.score());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private void sheet(String name, ReportContent.Section section) {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.value(0, 0, section.heading());
        sheet.style(0, 0).bold().fontSize(14).set();
        int row = 1;
        if (mark != null) {
            sheet.value(row++, 0, mark);
            sheet.header(mark, Position.RIGHT);
        }
        row++;
        for (Block block : section.blocks()) {
            switch (block) {
                case Block.Table table -> row = WorkbookTable.write(sheet, row, table) + 1;
                case Block.Remark remark -> sheet.value(row++, 0, "注：" + remark.text());
                case Block.Paragraph paragraph ->
                    sheet.value(row++, 0, (paragraph.lead() == null ? "" : paragraph.lead()) + paragraph.text());
                case Block.Heading heading -> sheet.value(row++, 0, heading.text());
                case Block.Chart chart -> sheet.value(row++, 0, chart.caption());
            }
        }
        List<Block.Table> tables = section.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();
        WorkbookTable.fit(sheet, tables);
        if (tables.size() == 1) {
            int first = mark == null ? 3 : 4;
            int last = first + tables.getFirst().head().size() - 1;
            sheet.freezePane(0, last + 1);
            sheet.repeatRows(first, last);
        }
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer("— &P —", Position.CENTER);
        if (section.wide()) {
            sheet.pageOrientation("landscape");
        }
    }
}
