package cn.mingjian.acceptance.bundle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The frame of a bundle. Every fifth one is the final evaluation of the station whose midterm evaluation is the bundle
 * before it, under a changed agreement.
 */
record Plan(
        long seed,
        long station,
        YearMonth first,
        int monthCount,
        LocalDate onSite,
        int reviewWithinDays,
        int halfMonthAfterDay,
        int experiencedYears,
        List<String> areas) {

    private static final List<List<String>> DISTRICTS = List.of(
            List.of("nansha", "广州市南沙区"),
            List.of("panyu", "广州市番禺区"),
            List.of("conghua", "广州市从化区"),
            List.of("zengcheng-2", "广州市\"增城\"区, 东部"));

    static Plan of(long seed) {
        if (isFollowUp(seed)) return followUp(of(seed - 1), seed);
        Draw draw = new Draw(seed);
        int months = (int) (1 + seed * 5 % 12);
        YearMonth first = seed % 6 == 1
                ? YearMonth.of(2024, 2).minusMonths(months / 2)
                : YearMonth.of(2021, 1).plusMonths(draw.between(0, 40));
        String prefix = seed % 4 == 3 ? "片区" : draw.of("A", "N-", "P0");
        List<String> areas = IntStream.rangeClosed(1, draw.between(1, 4))
                .mapToObj(number -> prefix + number)
                .toList();
        return new Plan(
                seed,
                seed,
                first,
                months,
                first.plusMonths(months).atDay(draw.between(1, 28)),
                draw.of(0, 7, 14, 30),
                draw.of(1, 10, 15, 20, 31),
                draw.of(0, 1, 2, 4),
                areas);
    }

    private static Plan followUp(Plan midterm, long seed) {
        Draw draw = new Draw(seed);
        int months = Math.min(12, midterm.monthCount + draw.between(1, 4));
        return new Plan(
                seed,
                midterm.station,
                midterm.first,
                months,
                midterm.first.plusMonths(months).atDay(draw.between(1, 28)),
                midterm.reviewWithinDays + 1,
                draw.of(5, 15),
                draw.of(1, 3),
                midterm.areas);
    }

    static boolean isFollowUp(long seed) {
        return seed % 5 == 0;
    }

    boolean isFollowUp() {
        return isFollowUp(seed);
    }

    String stage() {
        return isFollowUp() || seed % 2 == 0 && !isFollowUp(seed + 1) ? "FINAL" : "MIDTERM";
    }

    String districtCode() {
        return DISTRICTS.get((int) (station % 4)).get(0);
    }

    String districtName() {
        return DISTRICTS.get((int) (station % 4)).get(1);
    }

    /** One of them is called like the station of the demonstration, in another district. */
    String stationCode() {
        return station == 1 ? "dagang" : "st-" + station;
    }

    String evaluation() {
        return "round-" + seed;
    }

    LocalDate from() {
        return first.atDay(1);
    }

    LocalDate to() {
        return first.plusMonths(monthCount - 1L).atEndOfMonth();
    }

    List<YearMonth> months() {
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(monthCount)
                .toList();
    }

    /** Only the files without which a bundle is wrong. */
    boolean isBare() {
        return seed % 6 == 2;
    }

    boolean hasRecords() {
        return !isBare() && seed % 7 != 2;
    }

    boolean hasEmptyRecords() {
        return !isFollowUp() && seed % 7 == 5;
    }

    boolean isTie() {
        return seed % 10 == 7 || seed % 10 == 3;
    }

    /** Whether its own codes are words as people write them, not only small letters and digits. */
    boolean hasFreeCodes() {
        return station % 4 == 3;
    }

    boolean everybodyLeaves() {
        return seed % 10 == 8;
    }

    boolean hasNoAttendance() {
        return seed % 10 == 6;
    }

    BundleFolder.Style style() {
        return new BundleFolder.Style(seed % 3 == 0, seed % 3 == 0 || seed % 4 == 1, seed % 2 == 0);
    }
}
