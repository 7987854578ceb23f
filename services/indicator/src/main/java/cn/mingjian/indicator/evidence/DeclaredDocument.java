package cn.mingjian.indicator.evidence;

import cn.mingjian.indicator.catalogue.Row;
import cn.mingjian.indicator.completion.DeclaredFigures;
import cn.mingjian.platform.number.Figures;
import java.util.HashMap;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The declared figures as the operator hands them in. */
public record DeclaredDocument(List<DeclaredFigure> figures) {
    /** The kind under which {@code Documents} keeps it. */
    public static final String KIND = "declared-figures";

    /** One figure; without an area the station's. */
    public record DeclaredFigure(
            @Nullable String indicator,
            @Nullable String area,
            @Nullable String completed) {}

    /** The same figures as the rules read them; only of a document that was accepted. */
    public DeclaredFigures figuresByRow() {
        var byRow = new HashMap<Row, BigFraction>();
        for (var figure : figures) {
            if (figure != null && figure.indicator() != null && figure.completed() != null) {
                byRow.put(new Row(figure.indicator(), figure.area()), Figures.parse(figure.completed()));
            }
        }
        return new DeclaredFigures(byRow);
    }
}
