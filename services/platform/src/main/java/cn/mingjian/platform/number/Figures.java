package cn.mingjian.platform.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Reads and prints exact figures. Arithmetic in between stays in {@link BigFraction}: a figure is rounded once, where it
 * is printed (DOMAIN "Numbers").
 */
public final class Figures {

    public static final BigFraction HUNDRED = BigFraction.of(100);

    private static final Pattern PLAIN = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");

    private Figures() {}

    /**
     * A figure as people write it: plain digits with an optional fraction, never negative.
     *
     * @throws IllegalArgumentException for anything else: sign, exponent, separator, NaN, blank, over 18 digits a side
     */
    public static BigFraction parse(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("not a plain figure: " + text);
        }
        return of(new BigDecimal(text));
    }

    /** The same value as a fraction. */
    public static BigFraction of(BigDecimal value) {
        return value.scale() > 0
                ? BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : BigFraction.of(value.toBigIntegerExact());
    }

    /**
     * A count or amount: plain digits without trailing zeros ({@code 404.5}, {@code 514}).
     *
     * @throws ArithmeticException when the value has no finite decimal form; rates and means go through
     *     {@link #twoDecimals}
     */
    public static String plain(BigFraction value) {
        BigDecimal exact = new BigDecimal(value.getNumerator())
                .divide(new BigDecimal(value.getDenominator()))
                .stripTrailingZeros();
        return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
    }

    /** A rate, score or total: two decimals, HALF_UP ({@code 94.16}); a negative value rounds away from zero at a tie. */
    public static String twoDecimals(BigFraction value) {
        return decimal(value, 2).toPlainString();
    }

    /** The value rounded HALF_UP to a number of decimals, exact again. */
    public static BigFraction rounded(BigFraction value, int decimals) {
        return of(decimal(value, decimals));
    }

    /** The value rounded HALF_UP to a number of decimals (0 … 18), with that scale. */
    public static BigDecimal decimal(BigFraction value, int decimals) {
        return new BigDecimal(value.getNumerator())
                .divide(new BigDecimal(value.getDenominator()), decimals, RoundingMode.HALF_UP);
    }
}
