package cn.mingjian.report.content;

import cn.mingjian.report.source.ReportSources;

/** 八、九、十: what the other three parties say. */
final class PartyChapters {

    private PartyChapters() {}

    static ReportContent.Section supervisoryCenter(ReportSources sources, Sheet.Numbers numbers) {
        return of(sources, Sheet.chapter(8, "督导中心评估", numbers), "SUPERVISORY_CENTER");
    }

    static ReportContent.Section purchaser(ReportSources sources, Sheet.Numbers numbers) {
        return of(sources, Sheet.chapter(9, "购买方评价", numbers), "PURCHASER");
    }

    static ReportContent.Section supervisor(ReportSources sources, Sheet.Numbers numbers) {
        return of(sources, Sheet.chapter(10, "监督方评价", numbers), "SUPERVISOR");
    }

    private static ReportContent.Section of(ReportSources sources, Sheet sheet, String party) {
        sources.evaluation()
                .policy()
                .party(party)
                .ifPresent(of -> sheet.text(of.organisation() + "作为" + Wording.party(party) + "，对社工站的评价意见如下。"));
        Findings.list(sheet, Findings.ofChapter(sources.findings(), party));
        return sheet.section();
    }
}
