package cn.mingjian.report.rendering;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a line of Chinese may end. Java's own rules, and: a number stays with the unit behind it (6月, 94.16%), a span of
 * years stays whole, closing marks never begin a line and opening ones never end it.
 */
final class LineBreaks implements FSTextBreaker {

    private static final String NEVER_FIRST = "，。、；：？！）》」』】〕％%·…—”’)],.;:!?";
    private static final String NEVER_LAST = "（《「『【〔“‘([";
    private static final String JOINS = "-.~～/";

    private final BreakIterator lines = BreakIterator.getLineInstance(Locale.CHINA);
    private String text = "";

    @Override
    public void setText(String newText) {
        text = newText;
        lines.setText(newText);
    }

    @Override
    public int next() {
        int at = lines.next();
        while (at != BreakIterator.DONE && at < text.length() && !allowed(text.charAt(at - 1), text.charAt(at))) {
            at = lines.next();
        }
        return at;
    }

    static boolean allowed(char before, char after) {
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
            return false;
        }
        if (isDigit(before)) {
            return after == ' ' || NEVER_LAST.indexOf(after) >= 0;
        }
        return !(JOINS.indexOf(before) >= 0 && isDigit(after));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
