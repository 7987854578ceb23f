package cn.mingjian.acceptance.bundle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Roster and attendance: joined, left and experienced on the days where the rules turn. */
final class StaffTables {
    private static final String NEVER = "";

    private final Draw draw;
    private final Plan plan;
    private final List<List<String>> roster = new ArrayList<>();
    private final List<List<String>> attendance = new ArrayList<>();

    StaffTables(Draw draw, Plan plan) {
        this.draw = draw;
        this.plan = plan;
        LocalDate before = plan.from().minusMonths(draw.between(1, 30));
        for (int i = 0; i < draw.between(2, 5); i++) worker(before, NEVER, "");
        worker(plan.from(), NEVER, "");
        worker(turn(0), NEVER, "");
        worker(turn(1), NEVER, "");
        worker(before, turn(0).toString(), "LEFT_SECTOR");
        worker(before, turn(1).toString(), "MOVED_WITHIN_SECTOR");
        worker(before, plan.to().toString(), "RETIRED");
        worker(before, plan.from().toString(), "DISMISSED");
        worker(before, plan.from().minusDays(1).toString(), "LEFT_SECTOR");
        worker(plan.to().plusDays(1), NEVER, "");
        worker(before, draw.day(plan.from(), plan.to()).toString(), "HANDOVER");
        worker(before, draw.day(plan.from(), plan.to()).toString(), "");
        worker(before, plan.to().plusDays(1).toString(), "LEFT_SECTOR");
        YearMonth month = draw.of(plan.months());
        worker(month.atDay(2), month.atDay(draw.between(2, 28)).toString(), "DISMISSED");
        worker(plan.to(), plan.to().toString(), "LEFT_SECTOR");
    }

    void write(BundleFolder folder) {
        folder.table(
                "roster.csv",
                "worker,position,area,certificate,joined,contractTo,left,departure,practiceSince,note",
                roster);
        folder.table("attendance.csv", "worker,month,present,insured,paid", attendance);
    }

    /** The last day that counts for a whole month, or a later one. */
    private LocalDate turn(int later) {
        YearMonth month = draw.of(plan.months());
        return month.atDay(Math.min(plan.halfMonthAfterDay() + later, month.lengthOfMonth()));
    }

    private void worker(LocalDate joined, String left, String departure) {
        boolean stays = left.isEmpty() || LocalDate.parse(left).isAfter(plan.to());
        if (plan.everybodyLeaves() && stays) left = plan.to().toString();
        if (!left.isEmpty() && LocalDate.parse(left).isBefore(joined)) joined = LocalDate.parse(left);
        String number = (plan.hasFreeCodes() ? "社工%02d" : "W%02d").formatted(roster.size() + 1);
        roster.add(List.of(
                number,
                draw.of("片区社工", "主任, 兼督导", "领域主管"),
                draw.chance(30) ? "" : draw.of(plan.areas()),
                draw.of("NONE", "ASSISTANT", "INTERMEDIATE", "SENIOR"),
                joined.toString(),
                draw.chance(50) ? "" : joined.plusYears(9).toString(),
                left,
                left.isEmpty() ? "" : departure,
                practiceSince(joined).toString(),
                draw.chance(20) ? "产假, 已备案" : ""));
        if (plan.hasNoAttendance()) return;
        for (YearMonth month : plan.months()) attend(number, month, joined, left);
    }

    /** Now and then the day whose anniversary is a month's last day, the day after it, or a leap day. */
    private LocalDate practiceSince(LocalDate joined) {
        LocalDate anniversary = draw.of(plan.months()).atEndOfMonth().minusYears(plan.experiencedYears());
        return draw.of(
                anniversary,
                anniversary.plusDays(1),
                LocalDate.of(2020, 2, 29),
                joined.minusMonths(draw.between(0, 60)),
                joined.minusYears(8));
    }

    private void attend(String worker, YearMonth month, LocalDate joined, String left) {
        boolean employed = !joined.isAfter(month.atEndOfMonth())
                && (left.isEmpty() || !LocalDate.parse(left).isBefore(month.atDay(1)));
        if (!draw.chance(employed ? 94 : 10)) return;
        attendance.add(Stream.concat(
                        Stream.of(worker, month.toString()),
                        Stream.of(90, 93, 95).map(percent -> String.valueOf(draw.chance(percent))))
                .toList());
    }
}
