package io.goaltree.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a key result achieved, as the healthy range of the KPI that fed it. */
public final class AchievedLevel {
    private AchievedLevel() {}

    /**
     * The range that keeps what was gained: the KPI may not get worse than the level achieved. That is the target when
     * the newest value is at the target or beyond, else the newest value.
     *
     * @param direction HIGHER_IS_BETTER (the level is the lower bound) or LOWER_IS_BETTER (the upper bound)
     * @param before the healthy range until now, null when there is none; its other bound stays
     * @param baseline where the key result began
     * @param target where it was to end; one on the worse side of the baseline says
     *     nothing of what was achieved, and the newest value is the level
     * @param newest the KPI's newest value; all numbers in one unit
     * @return null when the newest value is not better than the baseline. A bound of {@code before} that the newest value
     *     has passed is dropped: the range is open there
     * @throws IllegalArgumentException for WITHIN_RANGE, for which no level is better
     *     <p>Source: product.md 3.5.
     */
    public static @Nullable Band of(
            Direction direction, @Nullable Band before, BigDecimal baseline, BigDecimal target, BigDecimal newest) {
        if (direction == Direction.WITHIN_RANGE) {
            throw new IllegalArgumentException("A KPI that is to stay in its range has no better level");
        }
        boolean isUp = direction == Direction.HIGHER_IS_BETTER;
        if (!isBetter(newest, baseline, isUp)) {
            return null;
        }
        boolean isTargetMet = isBetter(target, baseline, isUp) && !isBetter(target, newest, isUp);
        BigDecimal level = isTargetMet ? target : newest;
        BigDecimal other = before == null ? null : isUp ? before.upper() : before.lower();
        BigDecimal kept = other == null || isBetter(newest, other, isUp) ? null : other;
        return isUp ? new Band(level, kept) : new Band(kept, level);
    }

    private static boolean isBetter(BigDecimal one, BigDecimal other, boolean isUp) {
        int way = one.compareTo(other);
        return isUp ? way > 0 : way < 0;
    }
}
