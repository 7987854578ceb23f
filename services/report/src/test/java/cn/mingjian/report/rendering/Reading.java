package cn.mingjian.report.rendering;

import cn.mingjian.report.content.Block;
import cn.mingjian.report.content.ReportContent;
import cn.mingjian.report.content.ReportContent.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader finds between the first chapter's heading and the end: headings, sentences, captions and labels of charts
 * in order, and all tables cell by cell. White space does not count: every edition ends its lines where it must.
 */
record Reading(List<String> texts, List<List<List<String>>> tables) {

    /** Collects a reading. */
    static final class Notes {
        private final List<String> texts = new ArrayList<>();
        private final List<List<List<String>>> tables = new ArrayList<>();

        void text(String text) {
            String bare = bare(text);
            if (!bare.isEmpty()) {
                texts.add(bare);
            }
        }

        void table(List<List<String>> rows) {
            tables.add(rows.stream()
                    .map(row -> row.stream().map(Reading::bare).toList())
                    .toList());
        }

        /** A new part begins: what was read so far was in front of the report. */
        void forget() {
            texts.clear();
            tables.clear();
        }

        Reading reading() {
            return new Reading(List.copyOf(texts), List.copyOf(tables));
        }
    }

    static String bare(String text) {
        return text.replaceAll("[\\s\\u3000\\u00A0]+", "");
    }

    /** What the content model says; the closing stands between chapters and annexes. */
    static Reading of(ReportContent content, List<String> closing) {
        Notes notes = new Notes();
        content.chapters().forEach(chapter -> section(notes, chapter));
        closing.forEach(notes::text);
        content.annexes().forEach(annex -> section(notes, annex));
        return notes.reading();
    }

    static Reading of(Section section) {
        Notes notes = new Notes();
        section(notes, section);
        return notes.reading();
    }

    /** The list of annexes, who signs, and the code, as paper has them. */
    static List<String> closing(ReportContent content, @Nullable String code) {
        List<String> lines = new ArrayList<>();
        for (Section annex : content.annexes()) {
            lines.add((lines.isEmpty() ? "附件：" : "") + (lines.size() + 1) + "．" + annex.name());
        }
        lines.add(content.signature().organisation());
        lines.add(content.signature().date());
        if (code != null) {
            lines.add("本报告核验码：" + code);
        }
        return lines;
    }

    private static void section(Notes notes, Section section) {
        notes.text(section.heading());
        for (Block block : section.blocks()) {
            switch (block) {
                case Block.Heading heading -> notes.text(heading.text());
                case Block.Paragraph paragraph ->
                    notes.text((paragraph.lead() == null ? "" : paragraph.lead()) + paragraph.text());
                case Block.Remark remark -> notes.text("注：" + remark.text());
                case Block.Table table -> {
                    notes.text(table.caption());
                    List<List<String>> rows = new ArrayList<>();
                    table.head().forEach(row -> rows.add(texts(row)));
                    table.rows().forEach(row -> rows.add(texts(row.cells())));
                    notes.table(rows);
                }
                case Block.Chart chart -> {
                    chart.bars().bars().forEach(bar -> notes.text(bar.label() + bar.value()));
                    notes.text(chart.caption());
                    notes.text("注：" + chart.description());
                }
            }
        }
    }

    private static List<String> texts(List<Block.Cell> cells) {
        return cells.stream().map(Block.Cell::text).toList();
    }
}
