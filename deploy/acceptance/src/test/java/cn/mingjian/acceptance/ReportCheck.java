package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks for the result's figures where a reader of the report looks for them: row by row in the right tables. */
final class ReportCheck {
    private static final String UNKNOWN = "—";

    private final ReportText report;
    private final boolean partiesPublished;

    ReportCheck(Path bundle, Path out) throws IOException {
        report = ReportText.read(out.resolve("report.pdf"));
        partiesPublished = Files.readString(bundle.resolve("evaluation.yaml")).contains("publish: PARTIES");
    }

    void holds(JsonNode result) {
        for (JsonNode row : result.get("indicators")) {
            String cells = row(List.of(text(row, "agreed"), text(row, "completed"), percent(row, "rate")));
            assertThat(report.under("附件1")).as(row.toString()).contains(cells);
            if (row.get("area").isNull())
                assertThat(report.under("五、")).as(row.toString()).contains(cells);
        }
        staffing(result.get("staffing"));
        score(result.get("score"));
    }

    private void staffing(JsonNode staffing) {
        String chapter = report.under("四、");
        assertThat(chapter)
                .contains("在岗社工（人） " + text(staffing, "headcount"))
                .contains("持证社工（人） " + text(staffing, "certified"))
                .contains("持证率 " + percent(staffing, "certifiedRate"))
                .contains("有效人月 " + text(staffing, "personMonths"))
                .contains("持证有效人月 " + text(staffing, "certifiedPersonMonths"))
                .contains(" " + text(staffing, "experiencedPersonMonths") + " ")
                .contains("平均在岗人数（人） " + text(staffing, "averageHeadcount"))
                .contains("离职人数（人） " + text(staffing, "leavers"));
        staffing.get("retention").properties().forEach(formula -> assertThat(chapter)
                .contains(" " + percent(staffing.get("retention"), formula.getKey())));
    }

    private void score(JsonNode score) {
        String chapter = report.under("十二、");
        // A line may end anywhere in a sentence.
        assertThat(chapter.replace(" ", ""))
                .contains("评估等级为：" + score.get("grade").asText().replace(" ", "") + "。");
        if (!partiesPublished) return;
        for (JsonNode party : score.get("parties"))
            assertThat(chapter)
                    .contains(row(List.of(text(party, "weight") + "%", text(party, "raw"), text(party, "weighted"))));
        assertThat(chapter).contains("总分 " + text(score, "total")).contains("等级 " + text(score, "grade"));
    }

    private static String row(List<String> cells) {
        return String.join(" ", cells);
    }

    private static String text(JsonNode row, String field) {
        return row.get(field).isNull() ? UNKNOWN : row.get(field).asText();
    }

    private static String percent(JsonNode row, String field) {
        return row.get(field).isNull() ? UNKNOWN : row.get(field).asText() + "%";
    }
}
