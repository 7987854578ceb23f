package cn.mingjian.report.rendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Reads the Word edition from its first chapter on, charts by the labels of their bars. */
final class WordReading {

    private final Reading.Notes notes = new Reading.Notes();
    private final List<XWPFChart> charts;
    private boolean begun;

    private WordReading(List<XWPFChart> charts) {
        this.charts = new ArrayList<>(charts);
    }

    static Reading of(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            WordReading reading = new WordReading(document.getCharts());
            for (IBodyElement element : document.getBodyElements()) {
                switch (element) {
                    case XWPFParagraph paragraph -> reading.paragraph(paragraph);
                    case XWPFTable table -> reading.table(table);
                    default -> throw new AssertionError("not read: " + element.getElementType());
                }
            }
            return reading.notes.reading();
        }
    }

    private void paragraph(XWPFParagraph paragraph) {
        if (!begun && WordStyles.CHAPTER.id().equals(paragraph.getStyle())) {
            notes.forget();
            begun = true;
        }
        if (paragraph.getRuns().stream().anyMatch(run -> run.getCTR().sizeOfDrawingArray() > 0)) {
            chart(charts.removeFirst());
        }
        notes.text(paragraph.getText());
    }

    private void chart(XWPFChart chart) {
        var series = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0);
        var labels = series.getCat().getStrRef().getStrCache().getPtArray();
        for (int i = labels.length - 1; i >= 0; i--) {
            notes.text(labels[i].getV());
        }
    }

    private void table(XWPFTable table) {
        notes.table(table.getRows().stream()
                .map(row -> row.getTableCells().stream()
                        .filter(cell -> !continued(cell))
                        .map(XWPFTableCell::getText)
                        .toList())
                .toList());
    }

    private static boolean continued(XWPFTableCell cell) {
        var merge = cell.getCTTc().getTcPr().getVMerge();
        return merge != null && merge.getVal() == STMerge.CONTINUE;
    }
}
