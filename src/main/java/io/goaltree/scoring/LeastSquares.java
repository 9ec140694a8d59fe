package io.goaltree.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * The straight line nearest to some points by ordinary least squares. Sums are exact, so nothing is lost however far
 * the points lie from zero; each result is divided once, to 34 digits.
 *
 * <p>With n points: {@code sxx = n * sum(x^2) - sum(x)^2}, {@code sxy} and {@code syy} alike.
 *
 * <p>Source: NIST/SEMATECH e-Handbook of Statistical Methods 4.1.4.1; Draper and Smith, Applied Regression Analysis,
 * 3rd edition, 1.2 to 1.4 and 3.1.
 */
record LeastSquares(BigDecimal n, BigDecimal sumX, BigDecimal sumY, BigDecimal sxx, BigDecimal sxy, BigDecimal syy) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    record Point(BigDecimal x, BigDecimal y) {}

    /**
     * The line through some points.
     *
     * @param points three or more, at two or more different x, in any order
     */
    static LeastSquares through(List<Point> points) {
        BigDecimal n = BigDecimal.valueOf(points.size());
        BigDecimal x = BigDecimal.ZERO;
        BigDecimal y = BigDecimal.ZERO;
        BigDecimal xx = BigDecimal.ZERO;
        BigDecimal xy = BigDecimal.ZERO;
        BigDecimal yy = BigDecimal.ZERO;
        for (Point point : points) {
            x = x.add(point.x);
            y = y.add(point.y);
            xx = xx.add(point.x.multiply(point.x));
            xy = xy.add(point.x.multiply(point.y));
            yy = yy.add(point.y.multiply(point.y));
        }
        return new LeastSquares(
                n,
                x,
                y,
                n.multiply(xx).subtract(x.multiply(x)),
                n.multiply(xy).subtract(x.multiply(y)),
                n.multiply(yy).subtract(y.multiply(y)));
    }

    /** Change of y for one x. */
    BigDecimal slope() {
        return sxy.divide(sxx, MathContext.DECIMAL128);
    }

    /** The line's y at an x, inside or outside the points. */
    BigDecimal at(BigDecimal x) {
        return sumY.multiply(sxx).add(sxy.multiply(fromCentre(x))).divide(n.multiply(sxx), MathContext.DECIMAL128);
    }

    /** The residual standard deviation, n - 2 degrees of freedom; in the unit of y, exactly 0 on a perfect line. */
    BigDecimal residualDeviation() {
        return residualVariance().sqrt(MathContext.DECIMAL128);
    }

    /** The standard error of the slope, y for one x. */
    BigDecimal slopeError() {
        return residualVariance()
                .multiply(n)
                .divide(sxx, MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL128);
    }

    /** The standard error of the line at an x, in the unit of y. */
    BigDecimal lineError(BigDecimal x) {
        return error(leverage(x));
    }

    /** The standard error of one further y observed at an x: that of the line and that of a single point together. */
    BigDecimal predictionError(BigDecimal x) {
        return error(leverage(x).add(BigDecimal.ONE));
    }

    private BigDecimal error(BigDecimal share) {
        return residualVariance().multiply(share).sqrt(MathContext.DECIMAL128);
    }

    private BigDecimal residualVariance() {
        BigDecimal unexplained = sxx.multiply(syy).subtract(sxy.multiply(sxy));
        return unexplained.divide(sxx.multiply(n).multiply(n.subtract(TWO)), MathContext.DECIMAL128);
    }

    private BigDecimal leverage(BigDecimal x) {
        return sxx.add(fromCentre(x).pow(2)).divide(n.multiply(sxx), MathContext.DECIMAL128);
    }

    /** n times the distance of an x from the mean of all. */
    private BigDecimal fromCentre(BigDecimal x) {
        return n.multiply(x).subtract(sumX);
    }
}
