package cn.mingjian.report.assignment;

/**
 * A report to be made.
 *
 * @param state DRAFT or FINAL
 * @param resultVersion the least version of the result that it shows
 * @param attempts how often it was begun, this time included
 */
public record Assignment(String evaluation, String state, int resultVersion, int attempts) {

    public static final String DRAFT = "DRAFT";
    public static final String FINAL = "FINAL";
}
