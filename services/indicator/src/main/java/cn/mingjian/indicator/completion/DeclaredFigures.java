package cn.mingjian.indicator.completion;

import cn.mingjian.indicator.catalogue.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** What the operator declares as completed (申报完成量), by line. */
public record DeclaredFigures(Map<Row, BigFraction> figures) {
    /** Keeps its own copy. */
    public DeclaredFigures {
        figures = Map.copyOf(figures);
    }

    /**
     * The declared figure of a line. The station's is its own declared row if there is one, else the sum of the declared area
     * rows, else unknown.
     */
    public Optional<BigFraction> of(Row row) {
        var declared = Optional.ofNullable(figures.get(row));
        return declared.isPresent() || row.area() != null
                ? declared
                : areasOf(row.indicator()).stream().map(Map.Entry::getValue).reduce(BigFraction::add);
    }

    /** The declared area rows of one indicator, by area code. */
    public List<Map.Entry<Row, BigFraction>> areasOf(String indicator) {
        return figures.entrySet().stream()
                .filter(figure -> figure.getKey().area() != null
                        && figure.getKey().indicator().equals(indicator))
                .sorted(Comparator.comparing(figure -> figure.getKey().subject()))
                .toList();
    }
}
