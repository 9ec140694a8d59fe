package io.goaltree.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The score of an objective from the scores of what contributes to it. */
public final class RollUp {
    private RollUp() {}

    /**
     * A contributor: a key result or a child objective. The weight is relative to its siblings, any unit, 0 or more;
     * below 0 is refused. Cancelled things and alignments to a key result are not members: leave them out.
     */
    public record Member(BigDecimal weight, Score score) {
        public Member {
            Weights.requireNotNegative(weight);
        }
    }

    /**
     * The weighted mean of the clamped ratios, {@code sum(weight * ratio) / sum(weight)}, and of the coverages,
     * {@code sum(weight * coverage) / sum(weight)}. A member without a ratio counts 0, and the coverage says so.
     *
     * @param members in any order; a child with two parents is a member of each
     * @return raw and ratio equal, 0..1, to 34 digits; coverage 0..1, of which 0 means no value anywhere below (the
     *     ratio is then 0). No members, or weights that add up to 0: raw and ratio null, coverage 0
     *     <p>Source: product.md 2.2 (weighted arithmetic mean): 1, 0, 0 gives 0.333333; 0.2, 0.3, 0.1, 0.4 gives 0.25.
     */
    public static Score mean(List<Member> members) {
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal ratios = BigDecimal.ZERO;
        BigDecimal coverages = BigDecimal.ZERO;
        for (Member member : members) {
            @Nullable BigDecimal ratio = member.score().ratio();
            weights = weights.add(member.weight());
            ratios =
                    ratios.add(ratio == null ? BigDecimal.ZERO : member.weight().multiply(ratio));
            coverages = coverages.add(member.weight().multiply(member.score().coverage()));
        }
        if (weights.signum() == 0) {
            return Score.notMeasured();
        }
        BigDecimal mean = ratios.divide(weights, MathContext.DECIMAL128);
        return new Score(mean, mean, coverages.divide(weights, MathContext.DECIMAL128));
    }
}
