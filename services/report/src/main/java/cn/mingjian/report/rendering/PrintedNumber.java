package cn.mingjian.report.rendering;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A printed figure as a spreadsheet keeps it: a number, and the format that shows it with the very same digits. */
record PrintedNumber(BigDecimal value, String format) {

    private static final Pattern PLAIN = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.(\\d+))?(%?)");
    private static final int DIGITS_KEPT = 15;

    /** Nothing where the text is no number, or one with more digits than a spreadsheet keeps. */
    static Optional<PrintedNumber> of(String text) {
        Matcher plain = PLAIN.matcher(text);
        if (!plain.matches()) {
            return Optional.empty();
        }
        boolean percent = !plain.group(2).isEmpty();
        BigDecimal shown = new BigDecimal(percent ? text.substring(0, text.length() - 1) : text);
        boolean negativeZero = shown.signum() == 0 && text.startsWith("-");
        if (negativeZero || shown.precision() > DIGITS_KEPT || shown.scale() > DIGITS_KEPT) {
            return Optional.empty();
        }
        String digits = shown.scale() == 0 ? "0" : "0." + "0".repeat(shown.scale());
        return Optional.of(
                new PrintedNumber(percent ? shown.movePointLeft(2) : shown, percent ? digits + "%" : digits));
    }
}
