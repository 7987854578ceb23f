package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.scoring.score.Aggregation;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.Rounding;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The form of an opening document: every field, the policy's sums and bounds, and a window of whole months. */
final class OpeningCheck {

    private static final int LONGEST_YEARS = 60;
    private static final int LAST_DAY = 31;
    private static final int LONGEST_REVIEW_DAYS = 3650;

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
        fields.text("/title", opening.title());
        fields.oneOf(Opening.Stage.class, "/stage", opening.stage());
        fields.date("/onSite", opening.onSite());
        fields.date("/reportDate", opening.reportDate());
        if (fields.present("/evidence", opening.evidence())) {
            window(opening.evidence());
        }
    }

    private void window(Opening.Window window) {
        Optional<LocalDate> from = fields.date("/evidence/from", window.from());
        Optional<LocalDate> to = fields.date("/evidence/to", window.to());
        from.filter(day -> day.getDayOfMonth() != 1)
                .ifPresent(day ->
                        fields.wrong(EvaluationProblem.WINDOW_NOT_WHOLE_MONTHS, "/evidence/from", "应为某月第一天，收到 " + day));
        to.filter(day -> day.getDayOfMonth() != day.lengthOfMonth())
                .ifPresent(day ->
                        fields.wrong(EvaluationProblem.WINDOW_NOT_WHOLE_MONTHS, "/evidence/to", "应为某月最后一天，收到 " + day));
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            fields.wrong("/evidence/from", "开始日期晚于结束日期 " + to.get());
        }
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
        if (fields.present("/policy/staffing", policy.staffing())) {
            Opening.StaffingPolicy staffing = policy.staffing();
            fields.integer("/policy/staffing/experiencedYears", staffing.experiencedYears(), 0, LONGEST_YEARS);
            fields.integer("/policy/staffing/halfMonthAfterDay", staffing.halfMonthAfterDay(), 0, LAST_DAY);
            fields.oneOf(Opening.Retention.class, "/policy/staffing/retention", staffing.retention());
        }
        if (fields.present("/policy/records", policy.records())) {
            Opening.RecordsPolicy records = policy.records();
            fields.integer("/policy/records/reviewWithinDays", records.reviewWithinDays(), 0, LONGEST_REVIEW_DAYS);
            fields.present("/policy/records/expected", records.expected());
        }
    }

    private void parties(List<Opening.PartyPolicy> parties) {
        Map<Party, BigFraction> weights = new EnumMap<>(Party.class);
        fields.each("/policy/parties", parties, (at, party) -> {
            Optional<Party> code = fields.oneOf(Party.class, at + "/party", party.party());
            code.ifPresent(known -> fields.once("/policy/parties", at + "/party", known.name()));
            fields.text(at + "/organisation", party.organisation());
            fields.oneOf(Aggregation.class, at + "/aggregation", party.aggregation());
            Optional<BigFraction> weight = fields.figure(at + "/weight", party.weight());
            if (code.isPresent() && weight.isPresent()) {
                weights.putIfAbsent(code.get(), weight.get());
            }
        });
        if (parties == null) {
            return;
        }
        List<String> named = parties.stream()
                .filter(party -> party != null)
                .map(Opening.PartyPolicy::party)
                .toList();
        for (Party party : Party.values()) {
            if (!named.contains(party.name())) {
                fields.wrong(EvaluationProblem.PARTY_MISSING, "/policy/parties", "缺少" + party.title() + " " + party);
            }
        }
        BigFraction sum = weights.values().stream().reduce(BigFraction.ZERO, BigFraction::add);
        if (weights.size() == Party.values().length && !sum.equals(Figures.HUNDRED)) {
            fields.wrong(
                    EvaluationProblem.WEIGHTS_NOT_HUNDRED, "/policy/parties", "各方权重之和应为 100，实际为 " + Figures.plain(sum));
        }
    }

    private void grades(List<Opening.GradePolicy> grades) {
        boolean[] hasLowest = {false};
        fields.each("/policy/grades", grades, (at, grade) -> {
            fields.text(at + "/grade", grade.grade())
                    .ifPresent(name -> fields.once("/policy/grades#grade", at + "/grade", name));
            fields.figure(at + "/from", grade.from()).ifPresent(from -> {
                fields.once("/policy/grades#from", at + "/from", Figures.plain(from));
                hasLowest[0] |= from.signum() == 0;
            });
        });
        if (grades != null && !hasLowest[0]) {
            fields.wrong(EvaluationProblem.NO_GRADE_FROM_ZERO, "/policy/grades", "须有一个等级从 0 分起");
        }
    }
}
