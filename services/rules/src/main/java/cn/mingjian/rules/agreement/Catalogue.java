package cn.mingjian.rules.agreement;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import cn.mingjian.rules.form.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The indicators of an agreement, and what rates, targets and declared figures make of them. */
public final class Catalogue {

    /** How the records of a volume become its figure. */
    public static final Form MEASURE = Form.oneOf("COUNT", "ATTENDANCE");

    private final List<Indicator> indicators;
    private final Map<String, Indicator> byCode = new HashMap<>();
    private final Known codes;

    /**
     * An indicator as far as it reads.
     *
     * @param source RATE: the numerator's code
     * @param measure VOLUME: {@link #MEASURE}; RATE: the denominator's code
     */
    public record Indicator(
            @Nullable String code,
            @Nullable String scope,
            @Nullable String kind,
            @Nullable String source,
            @Nullable String measure) {

        /** What is certain of a code that two indicators have. */
        private Indicator and(Indicator other) {
            return new Indicator(
                    code,
                    agreed(scope, other.scope),
                    agreed(kind, other.kind),
                    agreed(source, other.source),
                    agreed(measure, other.measure));
        }

        private static @Nullable String agreed(@Nullable String one, @Nullable String other) {
            return Objects.equals(one, other) ? one : null;
        }
    }

    /** What a figure is about: the whole station when it names no area. */
    public record Subject(
            @Nullable String indicator, @Nullable String area) {}

    /** @param whole whether all indicators were read */
    public Catalogue(List<Indicator> indicators, boolean whole) {
        this.indicators = indicators;
        indicators.forEach(each -> {
            if (each.code() != null) {
                byCode.merge(each.code(), each, Indicator::and);
            }
        });
        this.codes = new Known("指标", byCode.keySet(), whole);
    }

    /** The codes of its indicators. */
    public Known codes() {
        return codes;
    }

    /** Numerators and denominators that are no volumes: {@code /3/source}. */
    public List<Problem> rates() {
        List<Problem> found = new ArrayList<>();
        for (int i = 0; i < indicators.size(); i++) {
            Indicator rate = indicators.get(i);
            if ("RATE".equals(rate.kind())) {
                checkVolume("/" + i + "/source", rate.source(), found);
                checkVolume("/" + i + "/measure", rate.measure(), found);
            }
        }
        return found;
    }

    private void checkVolume(String at, @Nullable String code, List<Problem> found) {
        codes.cite(at, Rule.INDICATOR_KNOWN, code).ifPresent(found::add);
        find(code)
                .filter(other -> "RATE".equals(other.kind()))
                .ifPresent(other ->
                        found.add(Problem.at(at, Rule.RATE_OF_VOLUMES, "", "比率指标不能再由比率指标“%s”算出".formatted(code))));
    }

    /** Targets of unknown indicators and areas, and allocations of indicators that are not counted by area. */
    public List<Problem> targets(List<Subject> targets, Known areas) {
        return each(
                targets,
                areas,
                (at, target, indicator) -> "STATION".equals(indicator.scope()) && target.area() != null
                        ? Optional.of(Problem.at(
                                at + "/area",
                                Rule.ALLOCATION_BY_AREA,
                                "",
                                "全站指标“%s”不分解到片区".formatted(indicator.code())))
                        : Optional.empty());
    }

    /** Figures declared for unknown indicators and areas, and for rates. */
    public List<Problem> declared(List<Subject> figures, Known areas) {
        return each(
                figures,
                areas,
                (at, figure, indicator) -> "RATE".equals(indicator.kind())
                        ? Optional.of(Problem.at(
                                at + "/indicator",
                                Rule.VOLUMES_DECLARED,
                                "",
                                "比率指标“%s”由平台计算，不申报".formatted(indicator.code())))
                        : Optional.empty());
    }

    private interface Check {
        Optional<Problem> of(String at, Subject subject, Indicator indicator);
    }

    private List<Problem> each(List<Subject> subjects, Known areas, Check check) {
        List<Problem> found = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            String at = "/" + i;
            Subject subject = subjects.get(i);
            codes.cite(at + "/indicator", Rule.INDICATOR_KNOWN, subject.indicator())
                    .ifPresent(found::add);
            areas.cite(at + "/area", Rule.AREA_KNOWN, subject.area()).ifPresent(found::add);
            find(subject.indicator())
                    .flatMap(indicator -> check.of(at, subject, indicator))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Indicator> find(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(byCode.get(code));
    }
}
