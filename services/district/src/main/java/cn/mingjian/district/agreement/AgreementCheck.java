package cn.mingjian.district.agreement;

import cn.mingjian.district.form.Fields;
import cn.mingjian.platform.problem.ProblemType;
import cn.mingjian.rules.Known;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import cn.mingjian.rules.agreement.AgreementShapes;
import cn.mingjian.rules.agreement.Catalogue;
import cn.mingjian.rules.agreement.Catalogue.Indicator;
import cn.mingjian.rules.agreement.Catalogue.Subject;
import cn.mingjian.rules.agreement.Period;
import cn.mingjian.rules.form.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of an agreement, and what its areas, catalogue and targets have to agree on. */
final class AgreementCheck {
    private final Fields fields = new Fields();

    private AgreementCheck() {}

    /** Ends the request with everything that is wrong with the agreement. */
    static void check(AgreementDocument agreement) {
        AgreementCheck check = new AgreementCheck();
        check.terms(agreement);
        Known areas = check.areas(agreement.areas());
        Catalogue catalogue = check.catalogue(agreement.indicators());
        check.targets(agreement.targets(), catalogue, areas);
        check.fields.refuse();
    }

    private void terms(AgreementDocument agreement) {
        period("", agreement.from(), agreement.to());
        AgreementDocument.Period year = agreement.serviceYear();
        if (year != null) {
            period("/serviceYear", year.from(), year.to());
        }
        fields.of(AgreementShapes.TERMS, "", "annualFee", agreement.annualFee());
        fields.count("/requiredStaff", agreement.requiredStaff());
        fields.of(AgreementShapes.TERMS, "", "operator", agreement.operator());
    }

    private void period(String at, @Nullable String from, @Nullable String to) {
        Optional<String> first = fields.of(AgreementShapes.PERIOD, at, "from", from);
        Optional<String> last = fields.of(AgreementShapes.PERIOD, at, "to", to);
        Period.of(first.orElse(null), last.orElse(null))
                .inOrder()
                .ifPresent(problem -> fields.wrong(at + problem.pointer(), problem.detail()));
    }

    private Known areas(@Nullable List<AgreementDocument.@Nullable Area> list) {
        Set<String> codes = new HashSet<>();
        fields.each("/areas", list, (at, area) -> {
            fields.of(AgreementShapes.AREA, at, "code", area.code()).ifPresent(code -> {
                fields.once(at + "/code", "area", code);
                codes.add(code);
            });
            fields.of(AgreementShapes.AREA, at, "name", area.name());
            fields.optionalCount(at + "/workers", area.workers());
            fields.each(
                    at + "/communities",
                    area.communities(),
                    (place, community) -> fields.value(place, community, Form.TEXT));
        });
        return Known.all("片区", codes);
    }

    private Catalogue catalogue(@Nullable List<AgreementDocument.@Nullable Indicator> list) {
        List<String> places = new ArrayList<>();
        List<Indicator> entries = new ArrayList<>();
        fields.each("/indicators", list, (at, indicator) -> {
            Optional<String> code = fields.of(AgreementShapes.INDICATOR, at, "code", indicator.code());
            code.ifPresent(known -> fields.once(at + "/code", "indicator", known));
            fields.of(AgreementShapes.INDICATOR, at, "name", indicator.name());
            fields.of(AgreementShapes.INDICATOR, at, "unit", indicator.unit());
            Optional<String> scope = fields.of(AgreementShapes.INDICATOR, at, "scope", indicator.scope());
            Optional<String> kind = fields.of(AgreementShapes.INDICATOR, at, "kind", indicator.kind());
            Optional<String> source = fields.of(AgreementShapes.INDICATOR, at, "source", indicator.source());
            Optional<String> measure = fields.value(
                    at + "/measure",
                    indicator.measure(),
                    kind.filter("VOLUME"::equals).isPresent() ? Catalogue.MEASURE : Form.KEY);
            places.add(at);
            entries.add(new Indicator(
                    code.orElse(null),
                    scope.orElse(null),
                    kind.orElse(null),
                    source.orElse(null),
                    measure.orElse(null)));
        });
        Catalogue catalogue = new Catalogue(entries, true);
        refuse(places, catalogue.rates());
        return catalogue;
    }

    private void targets(@Nullable List<AgreementDocument.@Nullable Target> list, Catalogue catalogue, Known areas) {
        List<String> places = new ArrayList<>();
        List<Subject> subjects = new ArrayList<>();
        fields.each("/targets", list, (at, target) -> {
            Optional<String> code = fields.of(AgreementShapes.TARGET, at, "indicator", target.indicator());
            Optional<String> area = fields.of(AgreementShapes.TARGET, at, "area", target.area());
            code.ifPresent(known -> fields.once(at, "target", known, area.orElse("")));
            fields.of(AgreementShapes.TARGET, at, "agreed", target.agreed());
            places.add(at);
            subjects.add(new Subject(code.orElse(null), area.orElse(null)));
        });
        refuse(places, catalogue.targets(subjects, areas));
    }

    /** @param places where the entries stand that the problems' pointers begin with */
    private void refuse(List<String> places, List<Problem> problems) {
        for (Problem problem : problems) {
            String[] steps = problem.pointer().substring(1).split("/", 2);
            fields.wrong(
                    type(problem.rule()), places.get(Integer.parseInt(steps[0])) + "/" + steps[1], problem.detail());
        }
    }

    private static ProblemType type(Rule rule) {
        return switch (rule) {
            case AREA_KNOWN -> AgreementProblem.AREA_UNKNOWN;
            case INDICATOR_KNOWN -> AgreementProblem.INDICATOR_UNKNOWN;
            case RATE_OF_VOLUMES -> AgreementProblem.RATE_OF_RATE;
            case ALLOCATION_BY_AREA -> AgreementProblem.ALLOCATION_NOT_EXPECTED;
            default -> throw new IllegalArgumentException("no rule of agreements: " + rule);
        };
    }
}
