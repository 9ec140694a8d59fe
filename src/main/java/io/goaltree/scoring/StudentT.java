package io.goaltree.scoring;

import java.math.BigDecimal;

/** Student's t distribution for whole degrees of freedom. */
final class StudentT {
    private StudentT() {}

    /**
     * The t that a variable with this distribution stays within, on both sides of 0, with a given probability. Found by
     * bisection of the angle {@code atan(t / sqrt(degreesOfFreedom))} down to the last bit of a double.
     *
     * @param probability above 0 and below 1
     * @param degreesOfFreedom 1 or more
     * @return above 0, good to about 12 significant digits: 12.7062 for 0.95 and 1, towards 1.9600 for many
     *     <p>Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
     */
    static BigDecimal quantile(double probability, int degreesOfFreedom) {
        double low = 0;
        double high = Math.PI / 2;
        double middle = high / 2;
        while (low < middle && middle < high) {
            if (within(middle, degreesOfFreedom) < probability) {
                low = middle;
            } else {
                high = middle;
            }
            middle = (low + high) / 2;
        }
        return BigDecimal.valueOf(Math.sqrt(degreesOfFreedom) * Math.tan(middle));
    }

    /** A(t|v): the probability of staying within t, for t given as its angle. */
    private static double within(double angle, int degreesOfFreedom) {
        boolean odd = degreesOfFreedom % 2 == 1;
        double cosine = Math.cos(angle);
        double term = odd ? cosine : 1;
        double sum = 0;
        for (int factor = odd ? 2 : 1; factor < degreesOfFreedom; factor += 2) {
            sum += term;
            term *= cosine * cosine * factor / (factor + 1);
        }
        return odd ? (angle + Math.sin(angle) * sum) * 2 / Math.PI : Math.sin(angle) * sum;
    }
}
