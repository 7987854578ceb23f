package cn.mingjian.scoring.score;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** The grades of a policy by their lower bounds, bounds included; one starts from 0, so that every total has a grade. */
public record Grades(List<Grade> grades) {

    /** A grade and the printed total it starts from. */
    public record Grade(String name, BigFraction from) {
        public Grade {
            if (name.isBlank() || from.signum() < 0) {
                throw new IllegalArgumentException("a grade has a name and a bound from 0 on: " + name + " " + from);
            }
        }
    }

    public Grades {
        grades = grades.stream()
                .sorted(Comparator.comparing(Grade::from).reversed())
                .toList();
        if (grades.isEmpty() || grades.getLast().from().signum() != 0) {
            throw new IllegalArgumentException("one grade starts from 0");
        }
        if (grades.stream().map(Grade::name).distinct().count() < grades.size()
                || grades.stream().map(Grade::from).distinct().count() < grades.size()) {
            throw new IllegalArgumentException("grades have different names and bounds");
        }
    }

    /** The grade of a total as printed. */
    public Grade of(BigFraction printedTotal) {
        return grades.stream()
                .filter(grade -> printedTotal.compareTo(grade.from()) >= 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a total is never negative: " + printedTotal));
    }

    /** What an upheld veto leaves, whatever the score. */
    public Grade lowest() {
        return grades.getLast();
    }
}
