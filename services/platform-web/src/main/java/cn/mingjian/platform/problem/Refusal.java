package cn.mingjian.platform.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param pointer JSON pointer into the request body, or null when it is about no field
 * @param detail the offending value and the rule, in Chinese
 */
public record Refusal(ProblemType type, @Nullable String pointer, String detail) {}
