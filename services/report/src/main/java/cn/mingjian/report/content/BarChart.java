package cn.mingjian.report.content;

import cn.mingjian.platform.number.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rates as horizontal bars over one axis from 0. The axis ends at the next fifty above the longest bar, at most at
 * {@value #LONGEST}; a bar beyond is cut and marked so, its label still tells the true rate.
 */
public record BarChart(List<Bar> bars, int axisEnd) {

    private static final int LONGEST = 300;
    private static final int STEP = 50;
    private static final int LENGTH = 400;
    private static final int HEIGHT = 16;
    private static final String GRID = "#d5dae0";
    private static final String TARGET = "#4a4a4a";

    public BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param rate as printed, or null when unknown: then there is no bar
     * @param tone style class of the bar
     */
    public record Bar(String label, @Nullable String rate, String tone) {

        /** What stands beside the bar. */
        public String value() {
            return Wording.percent(rate);
        }
    }

    /** The chart of these bars, with an axis that fits them. */
    public static BarChart of(List<Bar> bars) {
        BigDecimal longest =
                bars.stream().map(BarChart::length).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        int end = longest.divide(BigDecimal.valueOf(STEP), 0, RoundingMode.CEILING)
                .min(BigDecimal.valueOf(LONGEST / STEP))
                .intValue();
        return new BarChart(bars, Math.max(end, 3) * STEP);
    }

    /** The ticks of the axis: every fifty from 0 to its end. */
    public List<Integer> ticks() {
        return IntStream.rangeClosed(0, axisEnd / STEP)
                .map(tick -> tick * STEP)
                .boxed()
                .toList();
    }

    /** The ticks that are written below the axis, each at the start of its stretch. */
    public List<Integer> labels() {
        return IntStream.range(0, axisEnd / STEP)
                .map(tick -> tick * STEP)
                .boxed()
                .toList();
    }

    /**
     * One bar as a drawing without text, {@value #LENGTH} × {@value #HEIGHT}: drawings of bars one below the other make
     * the chart, labels and values stand beside them as text.
     */
    public String drawing(Bar bar) {
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"bar\" width=\"")
                .append(LENGTH)
                .append("\" height=\"")
                .append(HEIGHT)
                .append("\" viewBox=\"0 0 ")
                .append(LENGTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" preserveAspectRatio=\"none\" role=\"img\" alt=\"")
                .append(bar.value())
                .append("\" aria-label=\"")
                .append(bar.value())
                .append("\">");
        for (Integer tick : ticks()) {
            line(svg, along(tick.toString()), tick == 100 ? TARGET : GRID, tick == 100 ? "1.2" : "0.5");
        }
        svg.append("<rect x=\"0\" y=\"3.5\" height=\"9\" width=\"")
                .append(along(bar.rate()))
                .append("\" fill=\"")
                .append(colour(bar.tone()))
                .append("\"/>");
        if (cut(bar)) {
            svg.append("<path d=\"M378 16 L384 0 L388 0 L382 16 Z\" fill=\"#ffffff\"/>");
        }
        line(svg, along("100"), TARGET, "1.2");
        return svg.append("</svg>").toString();
    }

    private static void line(StringBuilder svg, String x, String colour, String width) {
        svg.append("<line x1=\"").append(x).append("\" y1=\"0\" x2=\"").append(x);
        svg.append("\" y2=\"").append(HEIGHT).append("\" stroke=\"").append(colour);
        svg.append("\" stroke-width=\"").append(width).append("\"/>");
    }

    /** The colour of a bar of this tone, as {@code #rrggbb}. */
    public static String colour(String tone) {
        return switch (tone) {
            case "low" -> "#b5483a";
            case "high" -> "#2f5d8c";
            default -> "#7a8794";
        };
    }

    /** Where a rate lies on the axis, to a tenth. */
    private String along(@Nullable String rate) {
        BigDecimal value = rate == null ? BigDecimal.ZERO : new BigDecimal(rate);
        return value.max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(axisEnd))
                .multiply(BigDecimal.valueOf(LENGTH))
                .divide(BigDecimal.valueOf(axisEnd), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Whether the bar is longer than the axis. */
    public boolean cut(Bar bar) {
        return length(bar).compareTo(BigDecimal.valueOf(axisEnd)) > 0;
    }

    private static BigDecimal length(Bar bar) {
        return bar.rate() == null ? BigDecimal.ZERO : Figures.decimal(Figures.parse(bar.rate()), 2);
    }
}
