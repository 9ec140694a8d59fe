package io.goaltree.tree;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact quotient, so that a reference needs no rounding at all. */
record Fraction(BigInteger top, BigInteger bottom) implements Comparable<Fraction> {
    static final Fraction ZERO = of(0, 1);
    static final Fraction ONE = of(1, 1);

    Fraction {
        BigInteger divisor = top.gcd(bottom).multiply(BigInteger.valueOf(bottom.signum()));
        top = top.divide(divisor);
        bottom = bottom.divide(divisor);
    }

    static Fraction of(long top, long bottom) {
        return new Fraction(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
    }

    static Fraction of(BigDecimal decimal) {
        int places = Math.max(0, decimal.scale());
        return new Fraction(decimal.setScale(places).unscaledValue(), BigInteger.TEN.pow(places));
    }

    Fraction plus(Fraction other) {
        return new Fraction(top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
    }

    Fraction minus(Fraction other) {
        return plus(other.times(of(-1, 1)));
    }

    Fraction times(Fraction other) {
        return new Fraction(top.multiply(other.top), bottom.multiply(other.bottom));
    }

    Fraction over(Fraction other) {
        return new Fraction(top.multiply(other.bottom), bottom.multiply(other.top));
    }

    Fraction clamped() {
        if (compareTo(ZERO) < 0) {
            return ZERO;
        }
        return compareTo(ONE) > 0 ? ONE : this;
    }

    @Override
    public int compareTo(Fraction other) {
        return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
    }
}
