package cn.mingjian.staffing.evidence;

import cn.mingjian.staffing.figure.Certificate;
import cn.mingjian.staffing.figure.Departure;
import cn.mingjian.staffing.figure.Employment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The roster as handed in and stored. */
public record Roster(@Nullable List<Worker> workers) {

    /** One row; an empty text is no value. */
    public record Worker(
            @Nullable String worker,
            @Nullable String position,
            @Nullable String area,
            @Nullable String certificate,
            @Nullable String joined,
            @Nullable String contractTo,
            @Nullable String left,
            @Nullable String departure,
            @Nullable String practiceSince,
            @Nullable String note) {

        public Worker {
            area = Text.orNull(area);
            contractTo = Text.orNull(contractTo);
            left = Text.orNull(left);
            departure = Text.orNull(departure);
            note = Text.orNull(note);
        }

        /** What figures depend on; only of a row that was checked. */
        public cn.mingjian.staffing.figure.Worker toWorker() {
            return new cn.mingjian.staffing.figure.Worker(
                    Text.present(worker),
                    Certificate.valueOf(Text.present(certificate)),
                    new Employment(
                            LocalDate.parse(Text.present(joined)),
                            left == null ? null : LocalDate.parse(left),
                            departure == null ? null : Departure.valueOf(departure)),
                    LocalDate.parse(Text.present(practiceSince)));
        }
    }

    /** The rows of a roster that was checked. */
    public List<Worker> rows() {
        return workers == null ? List.of() : workers;
    }
}
