package io.goaltree.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which values are wanted.
 *
 * @param kpis null for those of all KPIs
 * @param from only periods that begin on this day or later
 * @param to only periods that begin on this day or earlier
 * @param updatedSince only what changed after this instant, and what was removed; null for all that is there
 */
record ValueWish(
        @Nullable List<UUID> kpis,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant updatedSince) {
    boolean isIncremental() {
        return updatedSince != null;
    }
}
