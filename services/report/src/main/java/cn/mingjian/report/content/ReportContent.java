package cn.mingjian.report.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole report: all that any edition shows. Figures stand in it as printed, so that no edition rounds or formats.
 *
 * @param mark printed on every page of a draft; a final report has none
 * @param score the one of the chapters that tells score and grade
 */
public record ReportContent(
        String evaluation,
        String title,
        @Nullable String mark,
        Cover cover,
        List<Section> chapters,
        List<Section> annexes,
        Section score,
        Signature signature) {

    public ReportContent {
        chapters = List.copyOf(chapters);
        annexes = List.copyOf(annexes);
        if (!chapters.contains(score)) {
            throw new IllegalArgumentException("no chapter of the report is " + score.heading());
        }
    }

    /** The cover's lines: parties and dates, and the note that goes with the score. */
    public record Cover(List<Line> lines, @Nullable String note) {}

    /** A label and what stands behind it. */
    public record Line(String label, String text) {}

    /** Who signs, and when. */
    public record Signature(String organisation, String date) {}

    /** A chapter or annex: anchor, heading as printed, and its blocks; wide ones lie on landscape pages. */
    public record Section(String id, String heading, boolean wide, List<Block> blocks) {

        public Section {
            blocks = List.copyOf(blocks);
        }

        /** The heading without its number: 附件1　社工到岗情况统计表 is 社工到岗情况统计表. */
        public String name() {
            return heading.substring(Math.max(heading.indexOf('　'), heading.indexOf('、')) + 1);
        }
    }
}
