package cn.mingjian.indicator.evidence;

import cn.mingjian.indicator.catalogue.Area;
import cn.mingjian.indicator.catalogue.Catalogue;
import cn.mingjian.indicator.catalogue.Indicator;
import cn.mingjian.indicator.catalogue.Measure;
import cn.mingjian.indicator.catalogue.Row;
import cn.mingjian.indicator.evidence.DeclaredDocument.DeclaredFigure;
import cn.mingjian.indicator.evidence.ResourcesDocument.Resource;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.rules.Known;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import cn.mingjian.rules.agreement.AgreementShapes;
import cn.mingjian.rules.agreement.Catalogue.Subject;
import cn.mingjian.rules.form.Form;
import cn.mingjian.rules.form.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Checks evidence against the agreement it belongs to, and tells everything that is wrong at once. */
final class EvidenceCheck {
    private final cn.mingjian.rules.agreement.Catalogue indicators;
    private final Known areas;
    private final Refusals refusals = new Refusals();

    EvidenceCheck(Catalogue catalogue) {
        this.indicators = new cn.mingjian.rules.agreement.Catalogue(
                catalogue.indicators().stream().map(EvidenceCheck::asRule).toList(), true);
        this.areas = Known.all("片区", catalogue.areas().stream().map(Area::code).toList());
    }

    /** What the rule about declared figures asks of an indicator. */
    private static cn.mingjian.rules.agreement.Catalogue.Indicator asRule(Indicator indicator) {
        String kind = indicator.measure() instanceof Measure.Rate ? "RATE" : "VOLUME";
        return new cn.mingjian.rules.agreement.Catalogue.Indicator(
                indicator.code(), indicator.scope().name(), kind, null, null);
    }

    /** Ends the request with every problem of the document, if there is any. */
    void accept(DeclaredDocument document) {
        var seen = new HashSet<Row>();
        each(document.figures(), "/figures", (figure, at) -> check(figure, at, seen));
        refusals.throwIfAny();
    }

    /** Ends the request with every problem of the document, if there is any. */
    void accept(ResourcesDocument document) {
        each(document.resources(), "/resources", this::check);
        refusals.throwIfAny();
    }

    private <T> void each(@Nullable List<T> elements, String at, BiConsumer<T, String> check) {
        if (elements == null) {
            missing(at);
            return;
        }
        for (var i = 0; i < elements.size(); i++) {
            var element = elements.get(i);
            if (element == null) {
                missing(at + "/" + i);
            } else {
                check.accept(element, at + "/" + i);
            }
        }
    }

    private void check(DeclaredFigure figure, String at, Set<Row> seen) {
        Optional<String> code = text(AgreementShapes.DECLARED, "indicator", figure.indicator(), at);
        List<Problem> problems = indicators.declared(List.of(new Subject(code.orElse(null), figure.area())), areas);
        problems.forEach(problem -> refuse(problem.below("/0").within(at)));
        code.map(known -> new Row(known, figure.area()))
                .filter(row -> problems.isEmpty() && !seen.add(row))
                .ifPresent(row -> refusals.add(EvidenceProblem.DECLARED_TWICE, at, row.subject() + " 已在前面申报"));
        text(AgreementShapes.DECLARED, "completed", figure.completed(), at);
    }

    private void refuse(Problem problem) {
        EvidenceProblem type =
                switch (problem.rule()) {
                    case INDICATOR_KNOWN -> EvidenceProblem.INDICATOR_UNKNOWN;
                    case AREA_KNOWN -> EvidenceProblem.AREA_UNKNOWN;
                    case VOLUMES_DECLARED -> EvidenceProblem.INDICATOR_NOT_DECLARABLE;
                    default -> throw new IllegalStateException(problem.toString());
                };
        refusals.add(type, problem.pointer(), problem.detail());
    }

    private void check(Resource resource, String at) {
        if (resource.on() == null) {
            missing(at + "/on");
        }
        text(AgreementShapes.RESOURCE, "provider", resource.provider(), at);
        text(AgreementShapes.RESOURCE, "kind", resource.kind(), at);
        if (resource.value() != null) {
            text(AgreementShapes.RESOURCE, "value", resource.value(), at);
        }
        if (resource.purpose() != null) {
            text(AgreementShapes.RESOURCE, "purpose", resource.purpose(), at);
        }
        areas.cite(at + "/area", Rule.AREA_KNOWN, resource.area()).ifPresent(this::refuse);
    }

    /** A field that has to be there and to have the form of its shape, here as in a bundle. */
    private Optional<String> text(Shape shape, String name, @Nullable String value, String at) {
        if (value == null || value.isBlank()) {
            missing(at + "/" + name);
            return Optional.empty();
        }
        Form form = shape.field(name).form();
        Optional<String> fault = form.fault(value);
        fault.ifPresent(detail -> refusals.add(
                form == Form.FIGURE ? EvidenceProblem.NOT_A_FIGURE : CommonProblem.INVALID_FIELD,
                at + "/" + name,
                detail));
        return fault.isPresent() ? Optional.empty() : Optional.of(value);
    }

    private void missing(String at) {
        refusals.add(EvidenceProblem.FIELD_MISSING, at, "必须填写");
    }
}
