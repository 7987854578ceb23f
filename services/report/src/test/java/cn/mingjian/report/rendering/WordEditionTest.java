package cn.mingjian.report.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.report.Dagang;
import cn.mingjian.report.content.Block;
import cn.mingjian.report.content.Composition;
import cn.mingjian.report.content.ReportContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

class WordEditionTest {

    private static final ReportContent CONTENT = Composition.of(Dagang.sources());

    /** Word refuses to open what is out of the schema's order. */
    @Test
    void followsTheSchema() throws IOException, XmlException {
        try (XWPFDocument word = printed(CONTENT, "TEST")) {
            List<XmlError> faults = new ArrayList<>();
            word.getDocument().validate(new XmlOptions().setErrorListener(faults));
            word.getStyle().validate(new XmlOptions().setErrorListener(faults));
            word.getCharts().getFirst().getCTChart().validate(new XmlOptions().setErrorListener(faults));

            assertThat(faults).isEmpty();
        }
    }

    @Test
    void hasEveryChapterAndAnnexAsAHeading() throws IOException {
        try (XWPFDocument word = printed(CONTENT, "TEST")) {
            assertThat(styled(word, "Heading1"))
                    .containsExactlyElementsOf(
                            sections().map(ReportContent.Section::heading).toList());
            assertThat(styled(word, "TOC1")).hasSize(17).first().asString().startsWith("一、基本情况");
            assertThat(styled(word, "Remark")).contains("本报告核验码：TEST");
        }
    }

    @Test
    void showsEveryTableCellByCell() throws IOException {
        List<Block.Table> tables = sections()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();

        try (XWPFDocument word = printed(CONTENT, null)) {
            assertThat(word.getTables()).hasSameSizeAs(tables);
            for (int i = 0; i < tables.size(); i++) {
                Block.Table table = tables.get(i);
                List<XWPFTableRow> rows = word.getTables().get(i).getRows();
                assertThat(rows).hasSize(table.head().size() + table.rows().size());
                assertThat(rows.subList(0, table.head().size())).allMatch(XWPFTableRow::isRepeatHeader);
                assertThat(texts(rows.subList(table.head().size(), rows.size())))
                        .isEqualTo(table.rows().stream()
                                .map(row -> row.cells().stream()
                                        .map(Block.Cell::text)
                                        .toList())
                                .toList());
                assertThat(rows).allMatch(row -> across(row) == table.widths().size());
            }
        }
    }

    @Test
    void laysWideAnnexesAcrossAndNumbersPagesAfterTheContents() throws IOException {
        try (XWPFDocument word = printed(CONTENT, null)) {
            List<CTSectPr> pages = Stream.concat(
                            word.getParagraphs().stream()
                                    .map(paragraph -> paragraph.getCTP().getPPr())
                                    .filter(properties -> properties != null && properties.isSetSectPr())
                                    .map(properties -> properties.getSectPr()),
                            Stream.of(word.getDocument().getBody().getSectPr()))
                    .toList();

            assertThat(pages).hasSize(2 + CONTENT.annexes().size());
            assertThat(pages.subList(2, pages.size()))
                    .extracting(page -> page.getPgSz().isSetOrient())
                    .containsExactlyElementsOf(CONTENT.annexes().stream()
                            .map(ReportContent.Section::wide)
                            .toList());
            assertThat(pages.getFirst().sizeOfFooterReferenceArray()).isZero();
            assertThat(pages.subList(1, pages.size())).allMatch(page -> page.sizeOfFooterReferenceArray() == 2);
        }
    }

    @Test
    void drawsTheChartWithItsDescription() throws IOException {
        try (XWPFDocument word = printed(CONTENT, null)) {
            assertThat(word.getCharts()).hasSize(1);
            assertThat(word.getCharts().getFirst().getCTChart().toString()).contains("入户探访 102.84%");
        }
    }

    @Test
    void marksADraftOnEveryPage() throws IOException {
        ReportContent draft = Composition.of(Dagang.sources("DRAFT", Dagang.evaluation()));

        try (XWPFDocument word = printed(draft, null);
                XWPFDocument issued = printed(CONTENT, null)) {
            assertThat(word.getHeaderList())
                    .hasSize(2)
                    .allMatch(header -> header.getText().strip().equals("初稿（征求意见）"));
            assertThat(issued.getHeaderList()).isEmpty();
        }
    }

    private static XWPFDocument printed(ReportContent content, @Nullable String code) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(WordEdition.of(content, code)));
    }

    private static Stream<ReportContent.Section> sections() {
        return Stream.concat(CONTENT.chapters().stream(), CONTENT.annexes().stream());
    }

    private static List<String> styled(XWPFDocument word, String style) {
        return word.getParagraphs().stream()
                .filter(paragraph -> style.equals(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    private static List<List<String>> texts(List<XWPFTableRow> rows) {
        return rows.stream()
                .map(row ->
                        row.getTableCells().stream().map(cell -> cell.getText()).toList())
                .toList();
    }

    private static int across(XWPFTableRow row) {
        return row.getTableCells().stream()
                .mapToInt(cell -> cell.getCTTc().getTcPr().isSetGridSpan()
                        ? cell.getCTTc().getTcPr().getGridSpan().getVal().intValue()
                        : 1)
                .sum();
    }
}
