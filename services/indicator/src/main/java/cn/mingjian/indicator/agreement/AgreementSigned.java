package cn.mingjian.indicator.agreement;

import cn.mingjian.indicator.catalogue.Area;
import cn.mingjian.indicator.catalogue.Catalogue;
import cn.mingjian.indicator.catalogue.Counting;
import cn.mingjian.indicator.catalogue.Indicator;
import cn.mingjian.indicator.catalogue.Measure;
import cn.mingjian.indicator.catalogue.Row;
import cn.mingjian.indicator.catalogue.Scope;
import cn.mingjian.platform.number.Figures;
import java.util.HashMap;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The part of district's event that this service needs. */
public record AgreementSigned(
        String district,
        String station,
        String agreement,
        int version,
        List<SignedArea> areas,
        List<SignedIndicator> indicators,
        List<SignedTarget> targets) {

    /** An area as signed. */
    public record SignedArea(String code, String name) {}

    /** An indicator as signed; {@code source} and {@code measure} mean different things for VOLUME and RATE. */
    public record SignedIndicator(
            String code, String name, String unit, Scope scope, Kind kind, String source, String measure) {

        private Indicator toIndicator() {
            return new Indicator(
                    code,
                    name,
                    unit,
                    scope,
                    switch (kind) {
                        case VOLUME -> new Measure.Volume(source, Counting.valueOf(measure));
                        case RATE -> new Measure.Rate(source, measure);
                    });
        }
    }

    /** A target, or an area's allocation of it. */
    public record SignedTarget(String indicator, @Nullable String area, String agreed) {}

    /** How the event names the two sorts of measure. */
    public enum Kind {
        VOLUME,
        RATE
    }

    /** The same agreement as the rules read it. */
    public Catalogue catalogue() {
        var agreed = new HashMap<Row, BigFraction>();
        targets.forEach(
                target -> agreed.put(new Row(target.indicator(), target.area()), Figures.parse(target.agreed())));
        return new Catalogue(
                areas.stream().map(area -> new Area(area.code(), area.name())).toList(),
                indicators.stream().map(SignedIndicator::toIndicator).toList(),
                agreed);
    }
}
