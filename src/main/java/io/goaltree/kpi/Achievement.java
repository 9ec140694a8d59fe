package io.goaltree.kpi;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was pursued with a KPI, and the range that is to be kept of it.
 *
 * @param keyResult what it was pursued by; a KPI graduates from it once
 * @param title its name
 * @param unit the unit of baseline and target
 * @param frozen the value that its cycle was closed with, in the same unit; null while it is open, and the KPI's newest
 *     value counts
 * @param lower null, with {@code upper} null, too, when the level achieved is to be kept
 * @param tolerance null when it is to stay as it is
 */
public record Achievement(
        UUID kpi,
        UUID keyResult,
        String title,
        @Nullable String unit,
        BigDecimal baseline,
        BigDecimal target,
        @Nullable BigDecimal frozen,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        @Nullable BigDecimal tolerance) {

    boolean hasBounds() {
        return lower != null || upper != null;
    }
}
