package cn.mingjian.scoring.evaluation;

import cn.mingjian.rules.Rule;
import cn.mingjian.rules.agreement.Period;
import cn.mingjian.rules.scoring.Policy;
import cn.mingjian.rules.scoring.ScoringShapes;
import cn.mingjian.scoring.score.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of an opening document: every field, the policy's sums and bounds, and a window of whole months. */
final class OpeningCheck {

    private final Fields fields = new Fields();

    private OpeningCheck() {}

    /** Ends the request with everything that is wrong with the document. */
    static void check(Opening opening) {
        OpeningCheck check = new OpeningCheck();
        check.head(opening);
        if (check.fields.present("/policy", opening.policy())) {
            check.policy(opening.policy());
        }
        check.fields.refuse();
    }

    private void head(Opening opening) {
        fields.code("/district", opening.district());
        fields.code("/station", opening.station());
        fields.integer("/stationVersion", opening.stationVersion(), 1, Integer.MAX_VALUE);
        fields.code("/agreement", opening.agreement());
        fields.integer("/agreementVersion", opening.agreementVersion(), 1, Integer.MAX_VALUE);
        fields.of(ScoringShapes.EVALUATION, "", "title", opening.title());
        if (opening.note() != null) {
            fields.of(ScoringShapes.EVALUATION, "", "note", opening.note());
        }
        fields.of(ScoringShapes.EVALUATION, "", "stage", opening.stage());
        fields.of(ScoringShapes.EVALUATION, "", "onSite", opening.onSite());
        fields.of(ScoringShapes.EVALUATION, "", "reportDate", opening.reportDate());
        if (fields.present("/evidence", opening.evidence())) {
            window(opening.evidence());
        }
    }

    private void window(Opening.Window window) {
        Optional<LocalDate> from = fields.date("/evidence/from", window.from());
        Optional<LocalDate> to = fields.date("/evidence/to", window.to());
        Period period = new Period(from.orElse(null), to.orElse(null));
        period.wholeMonths()
                .forEach(problem -> fields.wrong(
                        EvaluationProblem.WINDOW_NOT_WHOLE_MONTHS, "/evidence" + problem.pointer(), problem.detail()));
        period.inOrder().ifPresent(problem -> fields.wrong("/evidence" + problem.pointer(), problem.detail()));
    }

    private void policy(Opening.Policy policy) {
        parties(policy.parties());
        grades(policy.grades());
        if (policy.rounding() != null) {
            fields.oneOf(Rounding.class, "/policy/rounding", policy.rounding());
        }
        if (policy.publish() != null) {
            fields.oneOf(Opening.Publish.class, "/policy/publish", policy.publish());
        }
        if (policy.departures() != null) {
            fields.oneOf(Opening.Departures.class, "/policy/departures", policy.departures());
        }
        if (fields.present("/policy/staffing", policy.staffing())) {
            Opening.StaffingPolicy staffing = policy.staffing();
            String at = "/policy/staffing";
            fields.of(ScoringShapes.STAFFING_POLICY, at, "experiencedYears", plain(staffing.experiencedYears()));
            fields.of(ScoringShapes.STAFFING_POLICY, at, "halfMonthAfterDay", plain(staffing.halfMonthAfterDay()));
            fields.of(ScoringShapes.STAFFING_POLICY, at, "retention", staffing.retention());
        }
        if (fields.present("/policy/records", policy.records())) {
            Opening.RecordsPolicy records = policy.records();
            fields.of(
                    ScoringShapes.RECORDS_POLICY,
                    "/policy/records",
                    "reviewWithinDays",
                    plain(records.reviewWithinDays()));
            fields.present("/policy/records/expected", records.expected());
        }
    }

    private static @Nullable String plain(@Nullable Integer count) {
        return count == null ? null : count.toString();
    }

    private void parties(List<Opening.PartyPolicy> parties) {
        Set<String> named = new HashSet<>();
        List<Policy.Share> shares = new ArrayList<>();
        fields.each("/policy/parties", parties, (at, party) -> {
            Optional<String> code = fields.of(ScoringShapes.SHARE, at, "party", party.party());
            code.ifPresent(known -> fields.once("/policy/parties", at + "/party", known));
            fields.of(ScoringShapes.SHARE, at, "organisation", party.organisation());
            fields.of(ScoringShapes.SHARE, at, "aggregation", party.aggregation());
            Optional<String> weight = fields.of(ScoringShapes.SHARE, at, "weight", party.weight());
            if (code.isEmpty() || named.add(code.get())) {
                shares.add(new Policy.Share(code.orElse(null), weight.orElse(null)));
            }
        });
        if (parties != null) {
            Policy.parties(shares)
                    .ifPresent(problem -> fields.wrong(
                            problem.rule() == Rule.WEIGHTS_HUNDRED
                                    ? EvaluationProblem.WEIGHTS_NOT_HUNDRED
                                    : EvaluationProblem.PARTY_MISSING,
                            "/policy/parties",
                            problem.detail()));
        }
    }

    private void grades(List<Opening.GradePolicy> grades) {
        List<@Nullable String> bounds = new ArrayList<>();
        fields.each("/policy/grades", grades, (at, grade) -> {
            fields.of(ScoringShapes.GRADE, at, "grade", grade.grade())
                    .ifPresent(name -> fields.once("/policy/grades#grade", at + "/grade", name));
            bounds.add(fields.of(ScoringShapes.GRADE, at, "from", grade.from()).orElse(null));
        });
        Policy.repeatedBounds(bounds)
                .keySet()
                .forEach(position -> fields.wrong("/policy/grades/" + position + "/from", "与前面的等级从同一分数开始"));
        if (grades != null) {
            Policy.grades(bounds)
                    .ifPresent(problem ->
                            fields.wrong(EvaluationProblem.NO_GRADE_FROM_ZERO, "/policy/grades", problem.detail()));
        }
    }
}
