package io.goaltree.behaviour;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which KPIs are furthest from where they should be, and which of those are worth an objective. */
public final class Gaps {
    private static final Comparator<Ranked> FURTHEST_FIRST = Comparator.comparing(
                    Ranked::inSigmas, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(it -> it.gap().key());

    private Gaps() {}

    /**
     * A KPI whose newest value is out of its healthy range.
     *
     * @param key of the KPI
     * @param distance to the bound that is passed, in the KPI's unit, above 0
     */
    public record Gap(String key, BigDecimal distance, Behaviour behaviour) {

        /** Whether the KPI has changed; else it may be out of range by its usual variation alone. */
        public boolean isReal() {
            return behaviour.verdict() == Verdict.SIGNAL;
        }

        /** The distance in sigmas of the current segment; null while that has no limits, or varies by nothing. */
        private @Nullable BigDecimal inSigmas() {
            Limits limits = behaviour.currentLimits();
            return limits == null || limits.sigma().signum() == 0
                    ? null
                    : distance.divide(limits.sigma(), MathContext.DECIMAL128);
        }
    }

    /**
     * A gap in its place.
     *
     * @param inSigmas how far out of its range, measured by how much the KPI varies anyway; null when that is not known
     * @param isRecommended whether it is one of the few to pursue now
     */
    public record Ranked(Gap gap, @Nullable BigDecimal inSigmas, boolean isRecommended) {}

    /**
     * Ranks gaps.
     *
     * @param gaps in any order, each key once
     * @param mostRecommended how many may be recommended, 0 or more
     * @return by falling distance in sigmas, those without one last, ties by key; recommended are the first real ones
     *     <p>Source: product.md 3.4.
     */
    public static List<Ranked> ranked(Collection<Gap> gaps, int mostRecommended) {
        List<Ranked> ranked = new ArrayList<>();
        int recommended = 0;
        for (Ranked it : gaps.stream()
                .map(gap -> new Ranked(gap, gap.inSigmas(), false))
                .sorted(FURTHEST_FIRST)
                .toList()) {
            boolean isRecommended = it.gap().isReal() && recommended < mostRecommended;
            recommended += isRecommended ? 1 : 0;
            ranked.add(new Ranked(it.gap(), it.inSigmas(), isRecommended));
        }
        return List.copyOf(ranked);
    }
}
