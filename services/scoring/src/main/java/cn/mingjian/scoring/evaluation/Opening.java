package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.number.Figures;
import cn.mingjian.scoring.score.Aggregation;
import cn.mingjian.scoring.score.Grades;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.Rounding;
import cn.mingjian.scoring.score.Weighing;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The document that opens an evaluation and pins station, agreement and policy. Its texts are as they were sent;
 * {@link OpeningCheck} has read every one of them before the document is kept.
 *
 * @param stage MIDTERM or FINAL
 * @param evidence whole months
 * @param note printed on the report's cover and beside the score, or null
 */
public record Opening(
        String district,
        String station,
        Integer stationVersion,
        String agreement,
        Integer agreementVersion,
        String title,
        String stage,
        Window evidence,
        String onSite,
        String reportDate,
        String note,
        Policy policy) {

    /** First and last day. */
    public record Window(String from, String to) {}

    /**
     * What the district decides and this evaluation pins.
     *
     * @param departures EXPLAINED when a score that is not the suggested one needs a comment; null when it does not
     */
    public record Policy(
            List<PartyPolicy> parties,
            List<GradePolicy> grades,
            String rounding,
            String publish,
            String departures,
            StaffingPolicy staffing,
            RecordsPolicy records) {

        /** The policy with the defaults of what it leaves open. */
        Policy whole() {
            return new Policy(
                    parties,
                    grades,
                    rounding == null ? Rounding.PER_PARTY.name() : rounding,
                    publish == null ? Publish.TOTAL.name() : publish,
                    // As rounds say it that were opened before this could be asked.
                    Departures.FREE.name().equals(departures) ? null : departures,
                    staffing,
                    records);
        }
    }

    /** One party: who it is, how much it weighs in per cent, how its evaluators are aggregated. */
    public record PartyPolicy(String party, String organisation, String weight, String aggregation) {}

    /** A grade and its lower bound. */
    public record GradePolicy(String grade, String from) {}

    /** How the staffing service counts. */
    public record StaffingPolicy(Integer experiencedYears, Integer halfMonthAfterDay, String retention) {}

    /**
     * How the indicator service counts records.
     *
     * @param expected whether the municipal platform's records are part of the evidence
     */
    public record RecordsPolicy(Integer reviewWithinDays, Boolean expected) {}

    /** What becomes known outside the evaluation once it is closed. */
    public enum Publish {
        GRADE,
        TOTAL,
        PARTIES
    }

    /** What a score that departs from the one that the evidence suggests is given with. */
    public enum Departures {
        FREE,
        EXPLAINED
    }

    /** MIDTERM or FINAL. */
    public enum Stage {
        MIDTERM,
        FINAL
    }

    /** The named formulas of the staffing service. */
    public enum Retention {
        TURNOVER,
        ON_DUTY,
        CERTIFIED_ON_DUTY
    }

    Opening whole() {
        return new Opening(
                district,
                station,
                stationVersion,
                agreement,
                agreementVersion,
                title,
                stage,
                evidence,
                onSite,
                reportDate,
                note,
                policy.whole());
    }

    public Place place() {
        return Place.station(district, station);
    }

    public Publish publish() {
        return Publish.valueOf(policy.publish());
    }

    public boolean departuresAreExplained() {
        return Departures.EXPLAINED.name().equals(policy.departures());
    }

    /** The formula that counts. */
    public Retention retention() {
        return Retention.valueOf(policy.staffing().retention());
    }

    public String organisation(Party party) {
        return policyOf(party).organisation();
    }

    /** The part of the policy that decides the result. */
    public Weighing weighing() {
        Map<Party, Weighing.Share> shares = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            PartyPolicy its = policyOf(party);
            shares.put(party, new Weighing.Share(Figures.parse(its.weight()), Aggregation.valueOf(its.aggregation())));
        }
        return new Weighing(
                shares,
                Rounding.valueOf(policy.rounding()),
                new Grades(policy.grades().stream()
                        .map(grade -> new Grades.Grade(grade.grade(), Figures.parse(grade.from())))
                        .toList()));
    }

    private PartyPolicy policyOf(Party party) {
        return policy.parties().stream()
                .filter(each -> each.party().equals(party.name()))
                .findFirst()
                .orElseThrow();
    }
}
