package cn.mingjian.report.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of the staffing figures, as the staffing service computed them. {@code exact} holds the figures before
 * printing by figure id, as "numerator/denominator".
 */
public record StaffingFile(
        int version,
        Figures staffing,
        @Nullable Map<String, @Nullable String> exact,
        @Nullable List<Absence> exceptions,
        @Nullable List<Worker> attendance,
        @Nullable List<Session> training) {

    /** The figures as printed. */
    public record Figures(
            @Nullable Integer headcount,
            @Nullable Integer certified,
            @Nullable String certifiedRate,
            @Nullable Integer experienced,
            @Nullable String experiencedRate,
            @Nullable String personMonths,
            @Nullable String certifiedPersonMonths,
            @Nullable String experiencedPersonMonths,
            @Nullable String averageHeadcount,
            @Nullable Integer leavers,
            String retentionFormula,
            Map<String, @Nullable String> retention) {}

    /** A month in which somebody was present without insurance or pay. */
    public record Absence(String worker, String month, List<String> missing) {}

    /** A worker, known by a number, and the months of the window. */
    public record Worker(
            String worker,
            String position,
            @Nullable String area,
            String certificate,
            List<Month> months,
            @Nullable String personMonths,
            @Nullable String experiencedPersonMonths,
            @Nullable String note) {}

    /** Present, insured and paid in one month. */
    public record Month(String month, boolean present, boolean insured, boolean paid) {}

    /** A training or supervision session. */
    public record Session(
            String on,
            String kind,
            String title,
            @Nullable String hours,
            @Nullable Integer attendees) {}
}
