package cn.mingjian.cli.bundle;

import static cn.mingjian.cli.bundle.Form.CODE;
import static cn.mingjian.cli.bundle.Form.DATE;
import static cn.mingjian.cli.bundle.Form.FIGURE;
import static cn.mingjian.cli.bundle.Form.FLAG;
import static cn.mingjian.cli.bundle.Form.MONTH;
import static cn.mingjian.cli.bundle.Form.TEXT;
import static cn.mingjian.cli.bundle.Form.WHOLE;
import static cn.mingjian.cli.bundle.Form.oneOf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** evaluation.yaml: who is evaluated, over which months, by whom, and by which policy. */
final class EvaluationFile {
    static final String FILE = "evaluation.yaml";
    private static final Form AGGREGATION = oneOf("MEAN", "TRIMMED_MEAN");
    private static final Form RETENTION = oneOf("TURNOVER", "ON_DUTY", "CERTIFIED_ON_DUTY");

    private final Optional<Branch> root;
    private Optional<String> station = Optional.empty();
    private Optional<Months> evidence = Optional.empty();

    /** The months of the evidence window, both included. */
    record Months(YearMonth from, YearMonth to) {
        boolean contains(YearMonth month) {
            return !month.isBefore(from) && !month.isAfter(to);
        }
    }

    private EvaluationFile(Optional<Branch> root) {
        this.root = root;
    }

    static EvaluationFile read(Folder folder) {
        EvaluationFile file = new EvaluationFile(Yaml.read(FILE, true, folder));
        file.root.ifPresent(file::check);
        return file;
    }

    Optional<Branch> root() {
        return root;
    }

    Optional<String> station() {
        return station;
    }

    Optional<Months> evidence() {
        return evidence;
    }

    private void check(Branch file) {
        file.need("format", oneOf("mingjian/evaluation-bundle/v1"));
        file.map("district").ifPresent(district -> {
            district.need("code", CODE);
            district.need("name", TEXT);
        });
        file.map("station").ifPresent(this::checkStation);
        file.mayMap("coverage").ifPresent(coverage -> {
            for (String key : List.of("households", "persons", "residentsServed")) {
                coverage.need(key, WHOLE);
            }
        });
        file.map("agreement").ifPresent(EvaluationFile::checkAgreement);
        file.map("evaluation").ifPresent(this::checkEvaluation);
        checkParties(file);
        checkGrades(file);
        file.may("rounding", oneOf("PER_PARTY", "AT_END"));
        file.may("publish", oneOf("GRADE", "TOTAL", "PARTIES"));
        for (Branch veto : file.mayList("vetoes")) {
            if (veto.isMapping()) {
                veto.need("title", TEXT);
                veto.need("reason", TEXT);
                veto.need("upheld", FLAG);
            }
        }
        file.map("staffing").ifPresent(staffing -> {
            staffing.need("experiencedYears", Form.between(0, 60));
            staffing.need("halfMonthAfterDay", Form.between(0, 31));
            staffing.need("retention", RETENTION);
        });
        file.map("records").ifPresent(records -> records.need("reviewWithinDays", Form.between(0, 3650)));
    }

    private void checkStation(Branch place) {
        station = place.need("code", CODE);
        place.need("name", TEXT);
        place.may("town", TEXT);
        place.may("founded", MONTH);
        place.may("sites", WHOLE);
        place.may("population", WHOLE);
    }

    private static void checkAgreement(Branch agreement) {
        agreement.need("code", CODE);
        checkPeriod(agreement);
        agreement.mayMap("serviceYear").ifPresent(EvaluationFile::checkPeriod);
        agreement.need("annualFee", FIGURE);
        agreement.need("requiredStaff", WHOLE);
        agreement.need("operator", TEXT);
    }

    /** Days from and to, in this order; the fault of their order belongs to the line of the first. */
    private static Optional<List<LocalDate>> checkPeriod(Branch period) {
        Optional<LocalDate> from = period.need("from", DATE).map(LocalDate::parse);
        Optional<LocalDate> to = period.need("to", DATE).map(LocalDate::parse);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.get().isAfter(to.get())) {
            period.at("from").ifPresent(at -> at.fault("开始日期 %s 晚于结束日期 %s".formatted(from.get(), to.get())));
            return Optional.empty();
        }
        return Optional.of(List.of(from.get(), to.get()));
    }

    private void checkEvaluation(Branch evaluation) {
        evaluation.need("code", CODE);
        evaluation.need("title", TEXT);
        evaluation.need("stage", oneOf("MIDTERM", "FINAL"));
        evaluation.need("onSite", DATE);
        evaluation.need("reportDate", DATE);
        evaluation.may("note", TEXT);
        evaluation.map("evidence").ifPresent(window -> {
            evidence = checkPeriod(window)
                    .map(days -> new Months(YearMonth.from(days.getFirst()), YearMonth.from(days.getLast())));
            window.at("from")
                    .filter(from -> readable(from)
                            .filter(day -> day.getDayOfMonth() > 1)
                            .isPresent())
                    .ifPresent(from -> from.fault("数据期按整月计，应从某月第一天开始"));
            window.at("to")
                    .filter(to -> readable(to)
                            .filter(day -> day.getDayOfMonth() < day.lengthOfMonth())
                            .isPresent())
                    .ifPresent(to -> to.fault("数据期按整月计，应到某月最后一天为止"));
        });
    }

    private static Optional<LocalDate> readable(Branch day) {
        String words = day.json().asText();
        return DATE.fault(words).isEmpty() ? Optional.of(LocalDate.parse(words)) : Optional.empty();
    }

    private static void checkParties(Branch file) {
        Set<Party> absent = EnumSet.allOf(Party.class);
        Map<String, Branch> first = new HashMap<>();
        List<String> weights = new ArrayList<>();
        boolean complete = true;
        List<Branch> parties = file.list("parties");
        for (Branch party : parties) {
            if (!party.isMapping()) {
                complete = false;
                continue;
            }
            Optional<String> code = party.need("party", Party.FORM);
            party.need("organisation", TEXT);
            party.need("weight", FIGURE).ifPresent(weights::add);
            party.need("aggregation", AGGREGATION);
            code.map(Party::valueOf).ifPresent(absent::remove);
            complete &= code.isPresent() && !repeats(first, party, "party", code);
        }
        if (parties.isEmpty()) {
            return;
        }
        Branch all = file.at("parties").orElseThrow();
        if (complete && !absent.isEmpty()) {
            all.fault("缺少%s"
                    .formatted(
                            String.join("、", absent.stream().map(Party::title).toList())));
        } else if (complete && weights.size() == parties.size()) {
            BigDecimal sum = weights.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
                all.fault("各方权重合计应为 100，现为 %s".formatted(sum.toPlainString()));
            }
        }
    }

    private static void checkGrades(Branch file) {
        Map<String, Branch> names = new HashMap<>();
        Map<String, Branch> bounds = new HashMap<>();
        List<Branch> grades = file.list("grades");
        boolean readable = true;
        boolean fromZero = false;
        for (Branch grade : grades) {
            if (!grade.isMapping()) {
                readable = false;
                continue;
            }
            Optional<String> from = grade.need("from", FIGURE).map(EvaluationFile::plain);
            repeats(names, grade, "grade", grade.need("grade", TEXT));
            repeats(bounds, grade, "from", from);
            readable &= from.isPresent();
            fromZero |= from.filter("0"::equals).isPresent();
        }
        if (!grades.isEmpty() && readable && !fromZero) {
            file.at("grades").ifPresent(all -> all.fault("应有一个等级从 0 分开始"));
        }
    }

    private static String plain(String figure) {
        return new BigDecimal(figure).stripTrailingZeros().toPlainString();
    }

    private static boolean repeats(Map<String, Branch> first, Branch element, String key, Optional<String> value) {
        Optional<Branch> place = element.at(key);
        if (value.isEmpty() || place.isEmpty()) {
            return false;
        }
        Branch earlier = first.putIfAbsent(value.get(), place.get());
        if (earlier != null) {
            place.get().fault("“%s”与第 %d 行重复".formatted(value.get(), earlier.line()));
        }
        return earlier != null;
    }
}
