package cn.mingjian.staffing.figure;

import java.util.Collection;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * 有效人次(人月), in halves: all, those with a certificate, those of experienced workers.
 *
 * <p>A month counts for a worker who is employed on at least one of its days and marked present. Whether a worker is
 * experienced is asked anew on the last day of every month.
 */
public record PersonMonths(BigFraction all, BigFraction certified, BigFraction experienced) {

    public static final PersonMonths NONE = new PersonMonths(BigFraction.ZERO, BigFraction.ZERO, BigFraction.ZERO);

    /** One worker's months; marks outside the window count for nothing. */
    static PersonMonths of(Worker worker, List<MonthMark> marks, EvidenceWindow window, StaffingPolicy policy) {
        BigFraction all = BigFraction.ZERO;
        BigFraction experienced = BigFraction.ZERO;
        for (MonthMark mark : marks) {
            if (mark.present() && window.contains(mark.month())) {
                BigFraction share = worker.employment().shareOf(mark.month(), policy.halfMonthAfterDay());
                all = all.add(share);
                if (worker.isExperiencedOn(mark.month().atEndOfMonth(), policy.experiencedYears())) {
                    experienced = experienced.add(share);
                }
            }
        }
        return new PersonMonths(all, worker.certificate().isHeld() ? all : BigFraction.ZERO, experienced);
    }

    static PersonMonths sum(Collection<PersonMonths> workers) {
        return workers.stream()
                .reduce(
                        NONE,
                        (sum, one) -> new PersonMonths(
                                sum.all.add(one.all),
                                sum.certified.add(one.certified),
                                sum.experienced.add(one.experienced)));
    }
}
