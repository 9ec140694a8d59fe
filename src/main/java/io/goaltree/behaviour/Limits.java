package io.goaltree.behaviour;

import java.math.BigDecimal;

/**
 * Where a segment's values are to be expected as long as nothing changes; in the KPI's unit, to 34 digits. Never clipped
 * to what is possible (0, 100 %): that is for display only.
 */
public record Limits(
        BigDecimal mean,
        BigDecimal meanMovingRange,
        BigDecimal lower,
        BigDecimal upper,
        BigDecimal upperRange,
        BigDecimal sigma) {}
