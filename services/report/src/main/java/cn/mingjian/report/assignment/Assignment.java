package cn.mingjian.report.assignment;

import org.jspecify.annotations.Nullable;

/**
 * A report to be made.
 *
 * @param state DRAFT or FINAL
 * @param resultVersion the least version of the result that it shows
 * @param attempts how often it was begun, this time included
 * @param traceparent the trace that asked for it last, in W3C form
 */
public record Assignment(
        String evaluation,
        String state,
        int resultVersion,
        int attempts,
        @Nullable String traceparent) {

    public static final String DRAFT = "DRAFT";
    public static final String FINAL = "FINAL";
}
