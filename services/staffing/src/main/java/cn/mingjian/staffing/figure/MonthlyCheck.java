package cn.mingjian.staffing.figure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The monthly look at who was present, insured and paid; a present month without insurance or pay is to be explained. */
public final class MonthlyCheck {

    /** What a present month lacks. */
    public enum Missing {
        INSURED,
        PAID
    }

    /** One month of one worker that the operator has to explain. */
    public record Unexplained(String worker, YearMonth month, List<Missing> missing) {
        public Unexplained {
            missing = List.copyOf(missing);
        }
    }

    private MonthlyCheck() {}

    /** All of them inside the window, by worker and month. */
    public static List<Unexplained> of(List<MonthMark> marks, EvidenceWindow window) {
        return marks.stream()
                .filter(mark -> window.contains(mark.month()))
                .filter(mark -> mark.present() && !(mark.insured() && mark.paid()))
                .map(mark -> new Unexplained(mark.worker(), mark.month(), missing(mark)))
                .sorted(Comparator.comparing(Unexplained::worker).thenComparing(Unexplained::month))
                .toList();
    }

    private static List<Missing> missing(MonthMark mark) {
        List<Missing> missing = new ArrayList<>();
        if (!mark.insured()) {
            missing.add(Missing.INSURED);
        }
        if (!mark.paid()) {
            missing.add(Missing.PAID);
        }
        return missing;
    }
}
