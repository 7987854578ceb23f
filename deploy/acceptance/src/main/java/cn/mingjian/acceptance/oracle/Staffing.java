package cn.mingjian.acceptance.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Head counts, person-months and the three retention formulas. */
final class Staffing {
    static final List<String> FORMULAS = List.of("TURNOVER", "ON_DUTY", "CERTIFIED_ON_DUTY");

    record Worker(
            String number,
            boolean certified,
            LocalDate joined,
            Optional<LocalDate> left,
            Optional<String> departure,
            LocalDate practiceSince) {

        boolean employedAtEndOf(LocalDate day) {
            return !joined.isAfter(day) && left.map(last -> last.isAfter(day)).orElse(true);
        }

        /** The part of a month that counts when its worker was present. */
        Ratio share(YearMonth month, int halfMonthAfterDay) {
            boolean employed = !joined.isAfter(month.atEndOfMonth())
                    && left.map(last -> !last.isBefore(month.atDay(1))).orElse(true);
            if (!employed) return Ratio.ZERO;
            boolean late = YearMonth.from(joined).equals(month) && joined.getDayOfMonth() > halfMonthAfterDay;
            boolean early = left.filter(last -> YearMonth.from(last).equals(month))
                    .map(last -> last.getDayOfMonth() <= halfMonthAfterDay)
                    .orElse(false);
            return late || early ? Ratio.HALF : Ratio.ONE;
        }

        boolean experiencedOn(LocalDate day, int years) {
            return !practiceSince.plusYears(years).isAfter(day);
        }

        boolean leftDuring(Window window) {
            return left.filter(window::holds).isPresent() && !departure.equals(Optional.of("HANDOVER"));
        }
    }

    private final List<Worker> workers;
    private final Set<String> present = new HashSet<>();
    private final Window window;
    private final int halfMonthAfterDay;
    private final int experiencedYears;
    private final Ratio requiredStaff;
    final String formula;

    Staffing(BundleFiles bundle, BundleFiles.Tree evaluation, Window window) {
        this.window = window;
        this.workers = bundle.rows("roster.csv").stream().map(Staffing::worker).toList();
        for (BundleFiles.Row row : bundle.rows("attendance.csv"))
            if (row.flag("present")) present.add(row.text("worker") + " " + row.text("month"));
        this.halfMonthAfterDay =
                Integer.parseInt(evaluation.at("staffing", "halfMonthAfterDay").text());
        this.experiencedYears =
                Integer.parseInt(evaluation.at("staffing", "experiencedYears").text());
        this.formula = evaluation.at("staffing", "retention").text();
        this.requiredStaff =
                Ratio.parse(evaluation.at("agreement", "requiredStaff").text());
    }

    long headcount() {
        return employed(any -> true);
    }

    long certified() {
        return employed(Worker::certified);
    }

    long experienced() {
        return employed(worker -> worker.experiencedOn(window.to(), experiencedYears));
    }

    Optional<Ratio> certifiedRate() {
        return share(certified());
    }

    Optional<Ratio> experiencedRate() {
        return share(experienced());
    }

    Ratio personMonths() {
        return months((worker, month) -> true);
    }

    Ratio certifiedPersonMonths() {
        return months((worker, month) -> worker.certified());
    }

    Ratio experiencedPersonMonths() {
        return months((worker, month) -> worker.experiencedOn(month.atEndOfMonth(), experiencedYears));
    }

    Ratio averageHeadcount() {
        return personMonths().over(monthCount());
    }

    long leavers() {
        return workers.stream().filter(worker -> worker.leftDuring(window)).count();
    }

    Optional<Ratio> retention(String named) {
        return switch (named) {
            case "TURNOVER" ->
                Indicators.percentage(Optional.of(Ratio.of(leavers())), Optional.of(averageHeadcount()))
                        .map(Ratio.HUNDRED::minus);
            case "ON_DUTY" -> onDuty(personMonths());
            case "CERTIFIED_ON_DUTY" -> onDuty(certifiedPersonMonths());
            default -> throw new IllegalArgumentException("no such retention formula: " + named);
        };
    }

    private Optional<Ratio> onDuty(Ratio personMonths) {
        return Indicators.percentage(Optional.of(personMonths), Optional.of(requiredStaff.times(monthCount())));
    }

    private Optional<Ratio> share(long part) {
        return Indicators.percentage(Optional.of(Ratio.of(part)), Optional.of(Ratio.of(headcount())));
    }

    private long employed(Predicate<Worker> condition) {
        return workers.stream()
                .filter(worker -> worker.employedAtEndOf(window.to()))
                .filter(condition)
                .count();
    }

    private Ratio months(BiPredicate<Worker, YearMonth> condition) {
        return Ratio.sum(workers.stream()
                .flatMap(worker -> window.months().stream()
                        .filter(month -> present.contains(worker.number() + " " + month))
                        .filter(month -> condition.test(worker, month))
                        .map(month -> worker.share(month, halfMonthAfterDay)))
                .toList());
    }

    private Ratio monthCount() {
        return Ratio.of(window.months().size());
    }

    private static Worker worker(BundleFiles.Row row) {
        return new Worker(
                row.text("worker"),
                !row.text("certificate").equals("NONE"),
                LocalDate.parse(row.text("joined")),
                row.optional("left").map(LocalDate::parse),
                row.optional("departure"),
                LocalDate.parse(row.text("practiceSince")));
    }
}
