package cn.mingjian.report.rendering;

import cn.mingjian.report.content.BarChart;
import cn.mingjian.report.content.Block;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** A chart of the Word edition: Word's own, so that it can be edited. Every label tells the rate as printed. */
final class WordChart {

    private static final double WIDTH_CM = 15.0;
    private static final double HEIGHT_CM_A_BAR = 0.62;

    private WordChart() {}

    static void draw(XWPFDocument document, XWPFRun run, Block.Chart chart) throws IOException {
        // Word draws from the bottom up.
        List<BarChart.Bar> bars = chart.bars().bars().reversed();
        int last = bars.size() + 1;
        try {
            XWPFChart word =
                    document.createChart(run, cm(WIDTH_CM), cm(Math.clamp(HEIGHT_CM_A_BAR * bars.size() + 1.5, 4, 21)));
            word.setAutoTitleDeleted(true);
            word.deleteLegend();
            var labels = word.createCategoryAxis(AxisPosition.LEFT);
            var rates = word.createValueAxis(AxisPosition.BOTTOM);
            rates.setMinimum(0);
            rates.setMaximum(chart.bars().axisEnd());
            rates.setMajorUnit(50);
            rates.setCrosses(AxisCrosses.AUTO_ZERO);
            rates.setCrossBetween(AxisCrossBetween.BETWEEN);
            var data = (XDDFBarChartData) word.createData(ChartTypes.BAR, labels, rates);
            data.setBarDirection(BarDirection.BAR);
            var series = data.addSeries(
                    XDDFDataSourcesFactory.fromArray(
                            bars.stream()
                                    .map(bar -> bar.label() + " " + bar.value())
                                    .toArray(String[]::new),
                            "Sheet1!$A$2:$A$" + last,
                            0),
                    XDDFDataSourcesFactory.fromArray(
                            bars.stream().map(WordChart::rate).toArray(Double[]::new), "Sheet1!$B$2:$B$" + last, 1));
            series.setTitle(chart.caption(), word.setSheetTitle(chart.caption(), 1));
            data.setVaryColors(false);
            data.setGapWidth(40);
            for (int i = 0; i < bars.size(); i++) {
                series.getDataPoint(i)
                        .setFillProperties(
                                new XDDFSolidFillProperties(colour(bars.get(i).tone())));
            }
            word.plot(data);
        } catch (InvalidFormatException malformed) {
            throw new IllegalStateException(malformed);
        }
        run.getCTR()
                .getDrawingArray(0)
                .getInlineArray(0)
                .getDocPr()
                .setDescr(chart.caption() + "。" + chart.description());
    }

    /** An unknown rate draws no bar; its label shows a dash. */
    private static Double rate(BarChart.Bar bar) {
        return bar.rate() == null ? 0.0 : Double.valueOf(bar.rate());
    }

    private static XDDFColor colour(String tone) {
        HexFormat hex = HexFormat.of();
        return XDDFColor.from(hex.parseHex(BarChart.colour(tone).substring(1)));
    }

    private static int cm(double length) {
        return (int) Math.round(length * Units.EMU_PER_CENTIMETER);
    }
}
