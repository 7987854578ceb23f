package cn.mingjian.report.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An evaluation as scoring opened it: what is evaluated, when, and by which policy. */
public record EvaluationFile(
        String code,
        String district,
        String station,
        int stationVersion,
        String agreement,
        int agreementVersion,
        String title,
        String stage,
        Period evidence,
        LocalDate onSite,
        LocalDate reportDate,
        @Nullable String note,
        Policy policy) {

    /** What the district decided and the evaluation pins. */
    public record Policy(
            List<Party> parties,
            List<Grade> grades,
            String rounding,
            String publish,
            @Nullable StaffingPolicy staffing,
            @Nullable RecordsPolicy records) {

        /** The organisation that acts as this party. */
        public Optional<Party> party(String code) {
            return parties.stream().filter(party -> party.party().equals(code)).findFirst();
        }
    }

    /** One of the four evaluating parties. */
    public record Party(String party, String organisation, String weight, String aggregation) {}

    /** A grade and its lower bound, which belongs to it. */
    public record Grade(String grade, String from) {}

    /** How staffing is counted. */
    public record StaffingPolicy(int experiencedYears, int halfMonthAfterDay, String retention) {}

    /** When a record counts as not reviewed in time, and whether records are part of the evidence. */
    public record RecordsPolicy(int reviewWithinDays, boolean expected) {}
}
