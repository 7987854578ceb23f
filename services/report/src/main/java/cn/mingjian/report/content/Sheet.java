package cn.mingjian.report.content;

import cn.mingjian.report.content.Block.Cell;
import cn.mingjian.report.content.Block.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of a section as they are written down, with the running numbers of headings and tables. */
final class Sheet {

    private final String id;
    private final String heading;
    private final boolean wide;
    private final Numbers numbers;
    private final List<Block> blocks = new ArrayList<>();
    private int headings;

    /** The numbers of tables and figures run through the whole report. */
    static final class Numbers {
        private int tables;
        private int figures;
    }

    Sheet(String id, String heading, boolean wide, Numbers numbers) {
        this.id = id;
        this.heading = heading;
        this.wide = wide;
        this.numbers = numbers;
    }

    /** Chapter 一, 二 … of the body. */
    static Sheet chapter(int number, String title, Numbers numbers) {
        return new Sheet("chapter-" + number, Wording.ordinal(number) + "、" + title, false, numbers);
    }

    /** An annex; wide ones lie on landscape pages. */
    static Sheet annex(int number, String title, boolean wide, Numbers numbers) {
        return new Sheet("annex-" + number, "附件" + number + "　" + title, wide, numbers);
    }

    /** A heading （一）, （二） … of this section. */
    Sheet heading(String text) {
        headings++;
        blocks.add(new Block.Heading(3, "（" + Wording.ordinal(headings) + "）" + text));
        return this;
    }

    Sheet subheading(String text) {
        blocks.add(new Block.Heading(4, text));
        return this;
    }

    Sheet text(String text) {
        if (!text.isEmpty()) {
            blocks.add(new Block.Paragraph(null, text));
        }
        return this;
    }

    Sheet point(String lead, String text) {
        blocks.add(new Block.Paragraph(lead, text));
        return this;
    }

    Sheet remark(@Nullable String text) {
        if (text != null) {
            blocks.add(new Block.Remark(text));
        }
        return this;
    }

    Sheet chart(String caption, String description, BarChart bars) {
        numbers.figures++;
        String anchor = "figure-" + numbers.figures;
        blocks.add(new Block.Chart(anchor, "图" + numbers.figures + "　" + caption, description, bars));
        return this;
    }

    /** A table with one header row. */
    Sheet table(String caption, List<String> widths, List<String> head, List<Row> rows) {
        return table(
                caption, false, widths, List.of(head.stream().map(Cell::header).toList()), rows);
    }

    Sheet table(String caption, boolean dense, List<String> widths, List<List<Cell>> head, List<Row> rows) {
        numbers.tables++;
        blocks.add(new Block.Table(
                "table-" + numbers.tables, "表" + numbers.tables + "　" + caption, dense, widths, head, rows));
        return this;
    }

    static Row row(Cell... cells) {
        return new Row(false, List.of(cells));
    }

    static Row total(Cell... cells) {
        return new Row(true, List.of(cells));
    }

    ReportContent.Section section() {
        return new ReportContent.Section(id, heading, wide, blocks);
    }
}
