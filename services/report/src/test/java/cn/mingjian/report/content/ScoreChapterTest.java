package cn.mingjian.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.report.Dagang;
import cn.mingjian.report.source.ReportSources;
import cn.mingjian.report.source.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreChapterTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"GRADE, false, 0", "TOTAL, true, 0", "PARTIES, true, 1"})
    void policyDecidesWhatIsPublished(String publish, boolean total, int tables) {
        ReportContent report = Composition.of(Dagang.sources("FINAL", Dagang.publishing(publish)));

        String whole = text(Stream.concat(report.chapters().stream(), report.annexes().stream())
                .flatMap(section -> section.blocks().stream()));
        assertThat(text(score(report).blocks().stream())).contains("评估等级为：良好。");
        assertThat(whole.contains("84.75")).isEqualTo(total);
        assertThat(whole.contains("45.47")).isEqualTo(tables > 0);
        assertThat(tables(score(report))).hasSize(tables);
    }

    @Test
    void thePrintedPartsAddUpToThePrintedTotal() {
        Block.Table table = tables(score(Composition.of(Dagang.sources()))).getFirst();

        List<String> weighted = column(table, false, 3);
        assertThat(weighted).containsExactly("45.47", "12.75", "18.15", "8.38");
        assertThat(sum(weighted)).isEqualTo(new BigDecimal("84.75"));
        assertThat(column(table, true, 3)).containsExactly("84.75", "良好");
        assertThat(sum(column(table, false, 1).stream()
                        .map(weight -> weight.replace("%", ""))
                        .toList()))
                .isEqualTo(new BigDecimal("100"));
    }

    @Test
    void everyScoreNamesTheFigureThatTellsWhy() {
        Block.Table table = tables(score(Composition.of(Dagang.sources()))).getFirst();

        assertThat(table.rows().getFirst().cells())
                .extracting(Block.Cell::figure)
                .containsExactly(null, null, "party:THIRD_PARTY:raw", "party:THIRD_PARTY:weighted");
    }

    @Test
    void aDraftTellsNeitherScoresNorTheGrade() {
        ReportContent draft = Composition.of(Dagang.sources("DRAFT", Dagang.evaluation()));

        assertThat(draft.mark()).isEqualTo("初稿（征求意见）");
        assertThat(text(score(draft).blocks().stream()))
                .contains("得分及等级在评估办结后由正式报告公布。")
                .doesNotContain("84.75");
        assertThat(tables(score(draft))).isEmpty();
        assertThat(Composition.of(Dagang.sources()).mark()).isNull();
    }

    @Test
    void anUpheldVetoIsTold() {
        ReportSources sources = Dagang.sources();
        Result result = sources.result();
        Result vetoed =
                new Result(2, "FINAL", result.parties(), result.total(), "不合格", new Result.Citations(List.of(1)));

        ReportContent report = Composition.of(with(sources, vetoed));

        assertThat(text(score(report).blocks().stream())).contains("评估等级为：不合格。因存在经认定的一票否决情形，等级直接确定为最低等级。");
        assertThat(text(score(Composition.of(sources)).blocks().stream())).doesNotContain("一票否决");
    }

    @Test
    void anUnknownScoreIsADashAndNeverZero() {
        ReportSources sources = Dagang.sources();
        Result unknown = new Result(
                1, "FINAL", List.of(new Result.PartyScore("PURCHASER", "100", null, null)), null, "不合格", null);

        ReportContent.Section score = score(Composition.of(with(sources, unknown)));

        assertThat(text(score.blocks().stream())).doesNotContain("总分为");
        assertThat(column(tables(score).getFirst(), false, 3)).containsExactly("—");
        assertThat(column(tables(score).getFirst(), true, 3)).containsExactly("—", "不合格");
    }

    @Test
    void theSameSourcesGiveTheSameReport() {
        assertThat(Composition.of(Dagang.sources())).isEqualTo(Composition.of(Dagang.sources()));
    }

    private static ReportSources with(ReportSources of, Result result) {
        return new ReportSources(
                of.state(),
                of.evaluation(),
                of.station(),
                of.agreement(),
                of.achievement(),
                of.staffing(),
                result,
                of.findings(),
                of.remediation(),
                of.midtermConcerns(),
                of.satisfaction(),
                of.claimDiscrepancies(),
                of.feedback());
    }

    private static ReportContent.Section score(ReportContent report) {
        return report.chapters().get(11);
    }

    private static List<Block.Table> tables(ReportContent.Section section) {
        return section.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();
    }

    private static List<String> column(Block.Table table, boolean total, int column) {
        return table.rows().stream()
                .filter(row -> row.total() == total)
                .map(row -> row.cells().get(column).text())
                .toList();
    }

    private static BigDecimal sum(List<String> figures) {
        return figures.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(Stream<Block> blocks) {
        return blocks.map(Block::toString).collect(Collectors.joining("\n"));
    }
}
