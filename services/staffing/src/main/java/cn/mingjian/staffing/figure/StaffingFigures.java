package cn.mingjian.staffing.figure;

import static java.util.stream.Collectors.groupingBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * All staffing figures of one evaluation, exact.
 *
 * @param months months of the evidence window
 * @param requiredStaff what the agreement asks for
 * @param headcount who is there when the window's last day is over
 * @param leavers numbers of those whose last day lies inside the window, handovers left out
 * @param byWorker person-months by worker's number, in roster order
 */
public record StaffingFigures(
        int months,
        int requiredStaff,
        Headcount headcount,
        List<String> leavers,
        Map<String, PersonMonths> byWorker,
        PersonMonths personMonths) {

    /**
     * @param marks at most one a worker and month
     * @throws IllegalArgumentException when a worker or a worker's month occurs twice
     */
    public static StaffingFigures of(
            List<Worker> roster,
            List<MonthMark> marks,
            EvidenceWindow window,
            StaffingPolicy policy,
            int requiredStaff) {
        requireOnce(marks);
        Map<String, List<MonthMark>> marksOf = marks.stream().collect(groupingBy(MonthMark::worker));
        Map<String, PersonMonths> byWorker = new LinkedHashMap<>();
        for (Worker worker : roster) {
            PersonMonths own =
                    PersonMonths.of(worker, marksOf.getOrDefault(worker.number(), List.of()), window, policy);
            if (byWorker.put(worker.number(), own) != null) {
                throw new IllegalArgumentException("a worker is on the roster once: " + worker.number());
            }
        }
        return new StaffingFigures(
                window.months().size(),
                requiredStaff,
                Headcount.on(window.to(), roster, policy.experiencedYears()),
                roster.stream()
                        .filter(worker -> worker.employment().isTurnoverIn(window))
                        .map(Worker::number)
                        .toList(),
                byWorker,
                PersonMonths.sum(byWorker.values()));
    }

    /** {@code person-months / months}. */
    public BigFraction averageHeadcount() {
        return personMonths.all().divide(months);
    }

    /** {@code required staff × months}. */
    public BigFraction requiredPersonMonths() {
        return BigFraction.of(requiredStaff).multiply(months);
    }

    /** Certified × 100 / head count; unknown when nobody is there. */
    public Optional<BigFraction> certifiedRate() {
        return shareOfHeadcount(headcount.certified());
    }

    /** Experienced × 100 / head count; unknown when nobody is there. */
    public Optional<BigFraction> experiencedRate() {
        return shareOfHeadcount(headcount.experienced());
    }

    private Optional<BigFraction> shareOfHeadcount(List<String> part) {
        return Percentage.of(
                BigFraction.of(part.size()), BigFraction.of(headcount.all().size()));
    }

    private static void requireOnce(List<MonthMark> marks) {
        record Key(String worker, java.time.YearMonth month) {}
        if (marks.stream().map(m -> new Key(m.worker(), m.month())).distinct().count() < marks.size()) {
            throw new IllegalArgumentException("a worker's month is marked once");
        }
    }
}
