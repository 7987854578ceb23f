package cn.mingjian.report.content;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.report.content.Block.Cell;
import cn.mingjian.report.content.Block.Row;
import cn.mingjian.report.source.ReportSources;
import cn.mingjian.report.source.Satisfaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** 七、服务成效: satisfaction of those who answered, and the findings. */
final class OutcomesChapter {

    private OutcomesChapter() {}

    static ReportContent.Section of(ReportSources sources, Sheet.Numbers numbers) {
        Sheet sheet = Sheet.chapter(7, "服务成效", numbers);
        Satisfaction satisfaction = sources.satisfaction();
        if (satisfaction != null && !satisfaction.answers().isEmpty()) {
            sheet.heading("满意度调查");
            sheet.text("本次共回收满意度问卷" + satisfaction.answers().size() + "份（五分制），平均" + mean(satisfaction.answers())
                    + "分，各类受访者情况如下。");
            sheet.table("满意度调查情况", List.of("46", "27", "27"), List.of("受访者", "问卷（份）", "平均分"), rows(satisfaction));
        }
        Findings.list(sheet, Findings.ofChapter(sources.findings(), "SERVICE_OUTCOMES"));
        return sheet.section();
    }

    private static List<Row> rows(Satisfaction satisfaction) {
        Map<String, List<Satisfaction.Answer>> groups = new LinkedHashMap<>();
        satisfaction.answers().forEach(answer -> groups.computeIfAbsent(answer.group(), any -> new ArrayList<>())
                .add(answer));
        List<Row> rows = new ArrayList<>();
        groups.forEach((group, answers) -> rows.add(Sheet.row(
                Cell.text(Wording.answering(group)),
                Cell.number(String.valueOf(answers.size())),
                Cell.number(mean(answers)))));
        rows.add(Sheet.total(
                Cell.text("合计"),
                Cell.number(String.valueOf(satisfaction.answers().size())),
                Cell.number(mean(satisfaction.answers()))));
        return rows;
    }

    /** Sum before dividing; two decimals. */
    private static String mean(List<Satisfaction.Answer> answers) {
        int sum = answers.stream().mapToInt(Satisfaction.Answer::score).sum();
        return Figures.twoDecimals(BigFraction.of(sum, answers.size()));
    }
}
