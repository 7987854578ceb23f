package cn.mingjian.district.agreement;

import cn.mingjian.district.form.Fields;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of an agreement, and what its areas, catalogue and targets have to agree on. */
final class AgreementCheck {
    private final Fields fields = new Fields();
    private final Set<String> areas = new HashSet<>();
    private final Map<String, Entry> catalogue = new HashMap<>();

    private enum Scope {
        AREA,
        STATION
    }

    private enum Kind {
        VOLUME,
        RATE
    }

    private enum Measure {
        COUNT,
        ATTENDANCE
    }

    /** What other entries need to know of one; empty where it does not read. */
    private record Entry(Optional<Scope> scope, Optional<Kind> kind) {}

    private AgreementCheck() {}

    /** Ends the request with everything that is wrong with the agreement. */
    static void check(AgreementDocument agreement) {
        AgreementCheck check = new AgreementCheck();
        check.terms(agreement);
        check.areas(agreement.areas());
        check.catalogue(agreement.indicators());
        check.targets(agreement.targets());
        check.fields.refuse();
    }

    private void terms(AgreementDocument agreement) {
        period("", agreement.from(), agreement.to());
        AgreementDocument.Period year = agreement.serviceYear();
        if (year != null) {
            period("/serviceYear", year.from(), year.to());
        }
        fields.figure("/annualFee", agreement.annualFee());
        fields.count("/requiredStaff", agreement.requiredStaff());
        fields.text("/operator", agreement.operator());
    }

    private void period(String at, @Nullable String from, @Nullable String to) {
        Optional<LocalDate> first = fields.date(at + "/from", from);
        Optional<LocalDate> last = fields.date(at + "/to", to);
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            fields.wrong(at + "/from", "开始日期晚于结束日期 " + last.get());
        }
    }

    private void areas(@Nullable List<AgreementDocument.@Nullable Area> list) {
        fields.each("/areas", list, (at, area) -> {
            fields.text(at + "/code", area.code()).ifPresent(code -> {
                fields.once(at + "/code", "area", code);
                areas.add(code);
            });
            fields.text(at + "/name", area.name());
            fields.optionalCount(at + "/workers", area.workers());
            fields.each(at + "/communities", area.communities(), fields::text);
        });
    }

    private void catalogue(@Nullable List<AgreementDocument.@Nullable Indicator> list) {
        fields.each("/indicators", list, (at, indicator) -> {
            Entry entry = new Entry(
                    fields.oneOf(Scope.class, at + "/scope", indicator.scope()),
                    fields.oneOf(Kind.class, at + "/kind", indicator.kind()));
            fields.text(at + "/code", indicator.code()).ifPresent(code -> {
                fields.once(at + "/code", "indicator", code);
                catalogue.putIfAbsent(code, entry);
            });
            fields.text(at + "/name", indicator.name());
            fields.text(at + "/unit", indicator.unit());
            fields.text(at + "/source", indicator.source());
            if (entry.kind().filter(Kind.VOLUME::equals).isPresent()) {
                fields.oneOf(Measure.class, at + "/measure", indicator.measure());
            }
        });
        if (list != null) {
            rates(list);
        }
    }

    private void rates(List<AgreementDocument.@Nullable Indicator> list) {
        for (int i = 0; i < list.size(); i++) {
            AgreementDocument.Indicator indicator = list.get(i);
            if (indicator != null && "RATE".equals(indicator.kind())) {
                rateOf("/indicators/" + i + "/source", indicator.source());
                rateOf("/indicators/" + i + "/measure", indicator.measure());
            }
        }
    }

    private void rateOf(String at, @Nullable String code) {
        fields.text(at, code)
                .flatMap(known -> cited(at, known))
                .flatMap(Entry::kind)
                .filter(Kind.RATE::equals)
                .ifPresent(rate -> fields.wrong(AgreementProblem.RATE_OF_RATE, at, code + " 是比率指标"));
    }

    private void targets(@Nullable List<AgreementDocument.@Nullable Target> list) {
        fields.each("/targets", list, (at, target) -> {
            Optional<String> code = fields.text(at + "/indicator", target.indicator());
            Optional<Entry> indicator = code.flatMap(known -> cited(at + "/indicator", known));
            String area = target.area();
            code.ifPresent(known -> fields.once(at, "target", known, area == null ? "" : area));
            if (area != null) {
                if (!areas.contains(area)) {
                    fields.wrong(AgreementProblem.AREA_UNKNOWN, at + "/area", "没有片区 " + area);
                }
                indicator
                        .flatMap(Entry::scope)
                        .filter(Scope.STATION::equals)
                        .ifPresent(station -> fields.wrong(
                                AgreementProblem.ALLOCATION_NOT_EXPECTED, at + "/area", target.indicator() + " 是全站指标"));
            }
            fields.figure(at + "/agreed", target.agreed());
        });
    }

    private Optional<Entry> cited(String at, String code) {
        Entry entry = catalogue.get(code);
        if (entry == null) {
            fields.wrong(AgreementProblem.INDICATOR_UNKNOWN, at, "没有指标 " + code);
        }
        return Optional.ofNullable(entry);
    }
}
