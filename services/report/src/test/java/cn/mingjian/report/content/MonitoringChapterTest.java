package cn.mingjian.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.report.Dagang;
import cn.mingjian.report.source.Achievement;
import cn.mingjian.report.source.EarlierConcern;
import cn.mingjian.report.source.EvaluationFile;
import cn.mingjian.report.source.ReportSources;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitoringChapterTest {

    private static final EarlierConcern ACCEPTED = new EarlierConcern(
            "dagang-2023", "MIDTERM", "PURCHASER", "回访记录不全", "ACCEPTED", new EarlierConcern.FollowUp("补做回访", "回访表52份"));
    private static final EarlierConcern OPEN =
            new EarlierConcern("dagang-2023", "MIDTERM", "SUPERVISOR", "公示不及时", "OPEN", null);

    @Test
    void tellsWhatBecameOfTheConcernsOfTheMidtermEvaluation() {
        Block.Table table = table(Composition.of(with(List.of(ACCEPTED, OPEN))), "整改核实情况");

        assertThat(table.rows())
                .extracting(row -> row.cells().stream().map(Block.Cell::text).toList())
                .containsExactly(
                        List.of("购买方", "回访记录不全", "已核实", "补做回访（佐证：回访表52份）"), List.of("监督方", "公示不及时", "待整改", ""));
    }

    @Test
    void withoutAnyThereIsNoTable() {
        assertThat(tables(Composition.of(with(List.of()))))
                .noneMatch(table -> table.caption().contains("整改核实情况"));
    }

    @Test
    void onlyConcernsOfTheSameAgreementsMidtermCount() {
        EvaluationFile evaluation = Dagang.evaluation();

        assertThat(OPEN.isBefore(evaluation)).isTrue();
        assertThat(new EarlierConcern("dagang-2022", "MIDTERM", "SUPERVISOR", "公示", "OPEN", null).isBefore(evaluation))
                .isFalse();
        assertThat(new EarlierConcern("dagang-2023", "FINAL", "SUPERVISOR", "公示", "OPEN", null).isBefore(evaluation))
                .isFalse();
    }

    @Test
    void whatTheOperatorSaidStandsBesideTheFiguresThatItSaidItTo() {
        assertThat(explanations(Dagang.achievement())).isEmpty();
        assertThat(explanations(Dagang.achievement().explained(Dagang.explanations())))
                .containsOnlyOnce("分解量含备用名额")
                .containsOnly("分解量含备用名额", "—");
    }

    /** The fifth column of the discrepancies, where there is one. */
    private static List<String> explanations(Achievement achievement) {
        return table(Composition.of(with(achievement, List.of())), "数据不一致情况").rows().stream()
                .filter(row -> row.cells().size() == 5)
                .map(row -> row.cells().get(4).text())
                .toList();
    }

    private static ReportSources with(List<EarlierConcern> concerns) {
        return with(Dagang.achievement(), concerns);
    }

    private static ReportSources with(Achievement achievement, List<EarlierConcern> concerns) {
        ReportSources of = Dagang.sources();
        return new ReportSources(
                of.state(),
                of.evaluation(),
                of.station(),
                of.agreement(),
                achievement,
                of.staffing(),
                of.result(),
                of.findings(),
                of.remediation(),
                concerns,
                of.satisfaction(),
                of.claimDiscrepancies(),
                of.feedback());
    }

    private static Block.Table table(ReportContent report, String caption) {
        return tables(report).stream()
                .filter(table -> table.caption().contains(caption))
                .findFirst()
                .orElseThrow();
    }

    private static List<Block.Table> tables(ReportContent report) {
        return report.chapters().get(5).blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();
    }
}
