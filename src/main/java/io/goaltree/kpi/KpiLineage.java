package io.goaltree.kpi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** From which key results KPIs have graduated. */
@ApplicationScoped
public class KpiLineage {
    private final KpiGraduationStore graduations;

    KpiLineage(KpiGraduationStore graduations) {
        this.graduations = graduations;
    }

    /** The KPI that graduated from each of these key results that has one. */
    public Map<UUID, UUID> into(Collection<UUID> keyResults) {
        return keyResults.isEmpty() ? Map.of() : graduations.into(keyResults);
    }

    /** The key result that each of these KPIs graduated from last. */
    public Map<UUID, UUID> from(Collection<UUID> kpis) {
        return kpis.isEmpty() ? Map.of() : graduations.from(kpis);
    }
}
