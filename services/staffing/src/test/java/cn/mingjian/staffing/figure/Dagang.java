package cn.mingjian.staffing.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/** The station of the bundled example: 56 numbered workers over ten months. */
public final class Dagang {

    public static final EvidenceWindow WINDOW =
            new EvidenceWindow(LocalDate.parse("2023-08-01"), LocalDate.parse("2024-05-31"));
    public static final StaffingPolicy POLICY = new StaffingPolicy(2, 15, RetentionFormula.TURNOVER);
    public static final int REQUIRED_STAFF = 51;

    private Dagang() {}

    static List<Worker> roster() {
        return rows("roster").stream()
                .map(row -> new Worker(
                        row[0],
                        Certificate.valueOf(row[3]),
                        new Employment(
                                LocalDate.parse(row[4]),
                                row[6].isEmpty() ? null : LocalDate.parse(row[6]),
                                row[7].isEmpty() ? null : Departure.valueOf(row[7])),
                        LocalDate.parse(row[8])))
                .toList();
    }

    static List<MonthMark> attendance() {
        return rows("attendance").stream()
                .map(row -> new MonthMark(
                        row[0],
                        YearMonth.parse(row[1]),
                        Boolean.parseBoolean(row[2]),
                        Boolean.parseBoolean(row[3]),
                        Boolean.parseBoolean(row[4])))
                .toList();
    }

    /** The rows of one of the example's tables, header left out, empty cells kept. */
    public static List<String[]> rows(String table) {
        try (var file = Objects.requireNonNull(Dagang.class.getResourceAsStream("/dagang/" + table + ".csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
