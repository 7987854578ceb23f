package cn.mingjian.report.claim;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.report.source.Achievement;
import cn.mingjian.report.source.StaffingFile;
import cn.mingjian.rules.claim.ClaimSubject;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A computed figure, exact and as its owner prints it.
 *
 * @param exact before any rounding
 * @param printed as result.json has it
 */
public record ComputedFigure(BigFraction exact, String printed) {

    /** The figure that a subject names; empty when it is unknown. */
    public static Optional<ComputedFigure> of(ClaimSubject subject, Achievement achievement, StaffingFile staffing) {
        StaffingFile.Figures figures = staffing.staffing();
        return switch (subject) {
            case ClaimSubject.Completed completed ->
                achievement
                        .row(completed.indicator(), null)
                        .flatMap(row -> figure(row.exactCompleted(), row.completed()));
            case ClaimSubject.CompletionRate rate ->
                achievement.row(rate.indicator(), null).flatMap(row -> figure(row.exactRate(), row.rate()));
            case ClaimSubject.IndicatorsExceeded() -> count(achievement.indicatorsExceeded());
            case ClaimSubject.Headcount() -> count(figures.headcount());
            case ClaimSubject.CertifiedRate() ->
                figure(exact(staffing, "staffing:certified-rate"), figures.certifiedRate());
            case ClaimSubject.ExperiencedRate() ->
                figure(exact(staffing, "staffing:experienced-rate"), figures.experiencedRate());
            case ClaimSubject.Retention() -> retention(staffing, figures.retentionFormula());
            case ClaimSubject.RetentionBy by -> retention(staffing, by.formula());
        };
    }

    private static Optional<ComputedFigure> retention(StaffingFile staffing, String formula) {
        return figure(
                exact(staffing, "staffing:retention:" + formula),
                staffing.staffing().retention().get(formula));
    }

    private static @Nullable String exact(StaffingFile staffing, String figure) {
        return staffing.exact() == null ? null : staffing.exact().get(figure);
    }

    private static Optional<ComputedFigure> count(@Nullable Integer count) {
        return count == null
                ? Optional.empty()
                : Optional.of(new ComputedFigure(BigFraction.of(count), count.toString()));
    }

    private static Optional<ComputedFigure> figure(@Nullable String exact, @Nullable String printed) {
        if (printed == null) {
            return Optional.empty();
        }
        if (exact == null) {
            throw new IllegalArgumentException("the figure printed as " + printed + " has no exact value");
        }
        return Optional.of(new ComputedFigure(fraction(exact), printed));
    }

    /** "numerator/denominator", or a plain decimal. */
    static BigFraction fraction(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Figures.parse(text)
                : BigFraction.of(
                        new BigInteger(text.substring(0, slash).strip()),
                        new BigInteger(text.substring(slash + 1).strip()));
    }
}
