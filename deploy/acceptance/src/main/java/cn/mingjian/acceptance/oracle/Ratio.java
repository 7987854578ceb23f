package cn.mingjian.acceptance.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;

/** An exact fraction in lowest terms with a positive denominator. */
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {
    static final Ratio ZERO = of(0);
    static final Ratio ONE = of(1);
    static final Ratio HALF = new Ratio(BigInteger.ONE, BigInteger.TWO);
    static final Ratio HUNDRED = of(100);

    public Ratio {
        if (denominator.signum() == 0) throw new IllegalArgumentException("nothing is divided by 0");
        BigInteger divisor = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    static Ratio of(long whole) {
        return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /** Plain digits with an optional fraction. */
    static Ratio parse(String text) {
        if (!text.matches("\\d+(\\.\\d+)?")) throw new IllegalArgumentException("not a figure: " + text);
        int point = text.indexOf('.');
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        return new Ratio(new BigInteger(text.replace(".", "")), BigInteger.TEN.pow(decimals));
    }

    static Ratio sum(Collection<Ratio> all) {
        return all.stream().reduce(ZERO, Ratio::plus);
    }

    Ratio plus(Ratio other) {
        return new Ratio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Ratio minus(Ratio other) {
        return plus(new Ratio(other.numerator.negate(), other.denominator));
    }

    Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Ratio over(Ratio other) {
        return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    boolean isZero() {
        return numerator.signum() == 0;
    }

    Ratio within(Ratio low, Ratio high) {
        return compareTo(low) < 0 ? low : compareTo(high) > 0 ? high : this;
    }

    /** Half up: a tie goes away from zero. */
    Ratio rounded(int decimals) {
        BigDecimal printed = decimal(decimals);
        return new Ratio(printed.unscaledValue(), BigInteger.TEN.pow(decimals));
    }

    /** With exactly so many decimals. */
    String printed(int decimals) {
        return decimal(decimals).toPlainString();
    }

    /** Without trailing zeros; only for figures whose decimals end. */
    String plain() {
        BigDecimal exact = new BigDecimal(numerator).divide(new BigDecimal(denominator));
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private BigDecimal decimal(int decimals) {
        BigInteger scaled = numerator.abs().multiply(BigInteger.TEN.pow(decimals));
        BigInteger[] parts = scaled.divideAndRemainder(denominator);
        boolean up = parts[1].shiftLeft(1).compareTo(denominator) >= 0;
        BigInteger units = up ? parts[0].add(BigInteger.ONE) : parts[0];
        return new BigDecimal(numerator.signum() < 0 ? units.negate() : units, decimals)
                .setScale(decimals, RoundingMode.UNNECESSARY);
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
