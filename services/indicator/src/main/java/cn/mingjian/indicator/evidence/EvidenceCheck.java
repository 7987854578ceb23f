package cn.mingjian.indicator.evidence;

import cn.mingjian.indicator.catalogue.Catalogue;
import cn.mingjian.indicator.catalogue.Measure;
import cn.mingjian.indicator.catalogue.Row;
import cn.mingjian.indicator.evidence.DeclaredDocument.DeclaredFigure;
import cn.mingjian.indicator.evidence.ResourcesDocument.Resource;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.rules.agreement.AgreementShapes;
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
    private final Catalogue catalogue;
    private final Refusals refusals = new Refusals();

    EvidenceCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
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
        text(AgreementShapes.DECLARED, "indicator", figure.indicator(), at)
                .ifPresent(code -> checkDeclarable(new Row(code, figure.area()), at, seen));
        checkArea(figure.area(), at);
        text(AgreementShapes.DECLARED, "completed", figure.completed(), at);
    }

    private void checkDeclarable(Row row, String at, Set<Row> seen) {
        var indicator = catalogue.indicator(row.indicator());
        if (indicator.isEmpty()) {
            refusals.add(EvidenceProblem.INDICATOR_UNKNOWN, at + "/indicator", "协议中没有指标 " + row.indicator());
        } else if (indicator.get().measure() instanceof Measure.Rate) {
            refusals.add(EvidenceProblem.INDICATOR_NOT_DECLARABLE, at + "/indicator", row.indicator() + " 是比率指标");
        } else if (!seen.add(row)) {
            refusals.add(EvidenceProblem.DECLARED_TWICE, at, row.subject() + " 已在前面申报");
        }
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
        checkArea(resource.area(), at);
    }

    private void checkArea(@Nullable String area, String at) {
        if (area != null && !catalogue.hasArea(area)) {
            refusals.add(EvidenceProblem.AREA_UNKNOWN, at + "/area", "协议中没有片区 " + area);
        }
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
