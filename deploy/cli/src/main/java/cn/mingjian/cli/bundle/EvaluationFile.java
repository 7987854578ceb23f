package cn.mingjian.cli.bundle;

import cn.mingjian.rules.Problem;
import cn.mingjian.rules.agreement.AgreementShapes;
import cn.mingjian.rules.agreement.Period;
import cn.mingjian.rules.form.Form;
import cn.mingjian.rules.form.Shape;
import cn.mingjian.rules.scoring.Policy;
import cn.mingjian.rules.scoring.ScoringShapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** evaluation.yaml: who is evaluated, over which months, by whom, and by which policy. */
final class EvaluationFile {
    static final String FILE = "evaluation.yaml";
    private static final String[] COVERAGE = {"households", "persons", "residentsServed"};

    private final Optional<Branch> root;
    private final Findings findings;
    private Optional<String> station = Optional.empty();
    private Period evidence = new Period(null, null);

    private EvaluationFile(Optional<Branch> root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    static EvaluationFile read(Folder folder, Findings findings) {
        EvaluationFile file = new EvaluationFile(Yaml.readKeys(FILE, folder), findings);
        file.root.ifPresent(file::check);
        return file;
    }

    Optional<Branch> root() {
        return root;
    }

    Optional<String> station() {
        return station;
    }

    /** The evidence window, as far as it reads. */
    Period evidence() {
        return evidence;
    }

    private void check(Branch file) {
        file.need("format", Form.oneOf("mingjian/evaluation-bundle/v1"));
        file.map("district").ifPresent(district -> {
            district.need("code", Form.PLACE);
            district.need("name", Form.NAME);
        });
        file.map("station").ifPresent(place -> {
            station = place.need("code", Form.PLACE);
            place.values(AgreementShapes.STATION);
        });
        file.mayMap("coverage").ifPresent(coverage -> {
            for (String key : COVERAGE) {
                coverage.need(key, Form.WHOLE);
            }
        });
        file.map("agreement").ifPresent(this::checkAgreement);
        file.map("evaluation").ifPresent(this::checkEvaluation);
        checkParties(file);
        checkGrades(file);
        file.values(ScoringShapes.POLICY);
        for (Branch veto : file.mayList("vetoes")) {
            if (veto.isMapping()) {
                veto.values(ScoringShapes.VETO);
            }
        }
        file.map("staffing").ifPresent(staffing -> staffing.values(ScoringShapes.STAFFING_POLICY));
        file.map("records").ifPresent(records -> records.values(ScoringShapes.RECORDS_POLICY));
    }

    private void checkAgreement(Branch agreement) {
        agreement.need("code", Form.CODE);
        agreement.values(AgreementShapes.TERMS);
        checkPeriod(agreement);
        agreement.mayMap("serviceYear").ifPresent(this::checkPeriod);
    }

    /** Two days in this order; the fault of their order belongs to the first line. */
    private Period checkPeriod(Branch place) {
        Values days = place.values(AgreementShapes.PERIOD);
        Period period = Period.of(days.orNull("from"), days.orNull("to"));
        period.inOrder().ifPresent(problem -> {
            boolean toFirst = days.at("to").line() < days.at("from").line();
            findings.add(days.at(toFirst ? "to" : "from"), problem);
        });
        return period;
    }

    private void checkEvaluation(Branch evaluation) {
        evaluation.need("code", Form.CODE);
        evaluation.values(ScoringShapes.EVALUATION);
        evaluation.map("evidence").ifPresent(window -> {
            evidence = checkPeriod(window);
            for (Problem problem : evidence.wholeMonths()) {
                window.at(problem.pointer().substring(1)).ifPresent(day -> findings.add(day, problem));
            }
        });
    }

    private void checkParties(Branch file) {
        List<Policy.Share> shares = new ArrayList<>();
        Map<String, Branch> first = new HashMap<>();
        for (Branch element : file.list("parties")) {
            Optional<Values> party = values(element, ScoringShapes.SHARE);
            shares.add(new Policy.Share(
                    party.flatMap(p -> p.find("party")).orElse(null),
                    party.flatMap(p -> p.find("weight")).orElse(null)));
            party.ifPresent(p -> reportRepeated(first, p, "party"));
        }
        report(file, "parties", shares.isEmpty() ? Optional.empty() : Policy.parties(shares));
    }

    private void checkGrades(Branch file) {
        List<@Nullable String> bounds = new ArrayList<>();
        List<Optional<Values>> grades = new ArrayList<>();
        Map<String, Branch> names = new HashMap<>();
        for (Branch element : file.list("grades")) {
            Optional<Values> grade = values(element, ScoringShapes.GRADE);
            grade.ifPresent(g -> reportRepeated(names, g, "grade"));
            grades.add(grade);
            bounds.add(grade.flatMap(g -> g.find("from")).orElse(null));
        }
        Policy.repeatedBounds(bounds).forEach((position, earlier) -> {
            int line = grades.get(earlier).orElseThrow().at("from").line();
            grades.get(position).orElseThrow().at("from").fault("与第 %d 行的等级从同一分数开始".formatted(line));
        });
        report(file, "grades", bounds.isEmpty() ? Optional.empty() : Policy.grades(bounds));
    }

    private void report(Branch file, String list, Optional<Problem> problem) {
        problem.ifPresent(found -> file.at(list).ifPresent(place -> findings.add(place, found)));
    }

    private static Optional<Values> values(Branch element, Shape shape) {
        return element.isMapping() ? Optional.of(element.values(shape)) : Optional.empty();
    }

    private static void reportRepeated(Map<String, Branch> first, Values values, String key) {
        values.find(key).ifPresent(word -> {
            Branch earlier = first.putIfAbsent(word, values.at(key));
            if (earlier != null) {
                values.at(key).fault("“%s”与第 %d 行重复".formatted(word, earlier.line()));
            }
        });
    }
}
