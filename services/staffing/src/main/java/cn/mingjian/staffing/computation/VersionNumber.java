package cn.mingjian.staffing.computation;

import java.util.regex.Pattern;

/** A version as it stands in a path or query. */
final class VersionNumber {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private VersionNumber() {}

    static int parse(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw ComputationProblem.STAFFING_NOT_FOUND.because("版本号应为正整数，收到“%s”", text);
        }
        return Integer.parseInt(text);
    }
}
