package cn.mingjian.report.content;

import cn.mingjian.report.source.Finding;
import java.util.List;

/** Lists the findings of a chapter: 值得肯定 and 需要关注, each "无" when there is none. */
final class Findings {

    private Findings() {}

    static void list(Sheet sheet, List<Finding> findings) {
        sheet.heading("值得肯定的方面");
        points(sheet, findings.stream().filter(Finding::commends).toList());
        sheet.heading("需要关注的方面");
        points(sheet, findings.stream().filter(finding -> !finding.commends()).toList());
    }

    /** The same inside one group of areas, one level down. */
    static void listBelow(Sheet sheet, List<Finding> findings) {
        sheet.subheading("1．值得肯定的方面");
        points(sheet, findings.stream().filter(Finding::commends).toList(), "（%d）");
        sheet.subheading("2．需要关注的方面");
        points(sheet, findings.stream().filter(finding -> !finding.commends()).toList(), "（%d）");
    }

    private static void points(Sheet sheet, List<Finding> findings) {
        points(sheet, findings, "%d．");
    }

    private static void points(Sheet sheet, List<Finding> findings, String number) {
        if (findings.isEmpty()) {
            sheet.text("无。");
        }
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            sheet.point(number.formatted(i + 1) + sentence(finding.title()), finding.text());
        }
    }

    static String sentence(String text) {
        return text.isEmpty() || "。！？；".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + "。";
    }

    static List<Finding> ofChapter(List<Finding> findings, String chapter) {
        return findings.stream()
                .filter(finding -> finding.chapter().equals(chapter))
                .toList();
    }
}
