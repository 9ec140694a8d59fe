package io.goaltree.kpi;

/** How many days a KPI may be behind, on top of one cadence, before it counts as stale and a value as late. */
public record KpiGrace(int days) {
    public KpiGrace {
        if (days < 0) {
            throw new IllegalArgumentException("Grace is " + days + " days; it must be 0 or more");
        }
    }
}
