package cn.mingjian.staffing.figure;

import java.time.LocalDate;
import java.util.List;

/** Who is there when a day is over: joined by then, not left by then. Lists of workers' numbers, so that a count can be looked into. */
public record Headcount(List<String> all, List<String> certified, List<String> experienced) {

    public Headcount {
        all = List.copyOf(all);
        certified = List.copyOf(certified);
        experienced = List.copyOf(experienced);
    }

    static Headcount on(LocalDate day, List<Worker> roster, int experiencedYears) {
        List<Worker> there =
                roster.stream().filter(w -> w.employment().outlasts(day)).toList();
        return new Headcount(
                numbers(there),
                numbers(there.stream().filter(w -> w.certificate().isHeld()).toList()),
                numbers(there.stream()
                        .filter(w -> w.isExperiencedOn(day, experiencedYears))
                        .toList()));
    }

    private static List<String> numbers(List<Worker> workers) {
        return workers.stream().map(Worker::number).toList();
    }
}
