package io.goaltree.kpi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Says whether the level that KPIs graduated with holds: one statement, however many there are. */
@ApplicationScoped
public class KpiHolds {
    private final KpiGraduationStore graduations;

    KpiHolds(KpiGraduationStore graduations) {
        this.graduations = graduations;
    }

    /**
     * Whether every value of a period since the latest graduation lies in the range that was graduated, bounds included;
     * the tolerance does not help. No entry for a KPI that never graduated or has no value since.
     */
    public Map<UUID, Boolean> of(Collection<UUID> kpis) {
        return kpis.isEmpty() ? Map.of() : graduations.holds(kpis);
    }

    /** The level of each of these KPIs that does not hold, and how it was left. */
    public Map<UUID, LostLevel> lost(Collection<UUID> kpis) {
        return kpis.isEmpty() ? Map.of() : graduations.lost(kpis);
    }
}
