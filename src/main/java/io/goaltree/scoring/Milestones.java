package io.goaltree.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Progress through a weighted list of things that are done or not. */
public final class Milestones {
    private Milestones() {}

    /** One milestone. The weight is relative to its siblings, any unit, 0 or more; below 0 is refused. */
    public record Part(BigDecimal weight, boolean done) {
        public Part {
            Weights.requireNotNegative(weight);
        }
    }

    /**
     * The share of the weight that is done: {@code done weight / total weight}. A yes/no result is one milestone.
     *
     * @param parts the milestones, in any order
     * @return a score of coverage 1 with raw and ratio 0..1: a list with nothing done yet is measured, and 0; not
     *     measured when there is no milestone or the weights add up to 0
     *     <p>Source: product.md 2.1, MILESTONES.
     */
    public static Score score(List<Part> parts) {
        BigDecimal total = weightOf(parts);
        if (total.signum() == 0) {
            return Score.notMeasured();
        }
        BigDecimal done = weightOf(parts.stream().filter(Part::done).toList());
        return Score.of(done.divide(total, MathContext.DECIMAL128));
    }

    private static BigDecimal weightOf(List<Part> parts) {
        return parts.stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
