package io.goaltree.scoring;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a guardrail stands.
 *
 * @param breachedSince the first day of the first period of the breach; null unless the state is BREACHED
 */
public record Guard(GuardrailState state, @Nullable LocalDate breachedSince) {

    /** A KPI value as judged by the definition in force for its period, which began on {@code from}. */
    public record Judged(LocalDate from, KpiHealth health) {

        public boolean isOutside() {
            return health == KpiHealth.WARNING || health == KpiHealth.UNHEALTHY;
        }
    }

    /**
     * The state of a guardrail by the values of its KPI, and since when it is breached: the beginning of the unbroken run
     * of values outside their range that ends with the newest one.
     *
     * @param newestFirst values in falling order of their periods; those before the newest matter only in a breach, and
     *     only as far back as the run of values outside their range goes
     * @return HELD while the newest value is HEALTHY; BREACHED while it is outside its range, by the tolerance or more;
     *     UNKNOWN without a value, or without a range for its period. A period without a value neither lengthens nor ends
     *     a run; a value whose period had no range was not outside one, so it ends it
     *     <p>Source: product.md 3.6.
     */
    public static Guard of(List<Judged> newestFirst) {
        if (newestFirst.isEmpty()) {
            return new Guard(GuardrailState.UNKNOWN, null);
        }
        LocalDate since = null;
        for (Judged value : newestFirst) {
            if (!value.isOutside()) {
                break;
            }
            since = value.from();
        }
        if (since != null) {
            return new Guard(GuardrailState.BREACHED, since);
        }
        boolean isHeld = newestFirst.get(0).health() == KpiHealth.HEALTHY;
        return new Guard(isHeld ? GuardrailState.HELD : GuardrailState.UNKNOWN, null);
    }
}
