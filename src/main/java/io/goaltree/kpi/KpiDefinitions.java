package io.goaltree.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The definitions of the KPIs that were loaded together, by KPI, each list in the order of its numbers. */
record KpiDefinitions(Map<UUID, List<KpiDefinitionEntity>> byKpi) {

    static KpiDefinitions of(List<KpiDefinitionEntity> inOrderOfNumber) {
        Map<UUID, List<KpiDefinitionEntity>> byKpi = new HashMap<>();
        inOrderOfNumber.forEach(definition -> byKpi.computeIfAbsent(definition.kpiId, kpi -> new ArrayList<>())
                .add(definition));
        return new KpiDefinitions(byKpi);
    }

    /** All versions of what a KPI means. */
    List<KpiDefinitionEntity> of(UUID kpi) {
        return byKpi.getOrDefault(kpi, List.of());
    }

    /** The version with the greatest number: the one that a next version changes. */
    KpiDefinitionEntity last(UUID kpi) {
        List<KpiDefinitionEntity> versions = of(kpi);
        return versions.get(versions.size() - 1);
    }

    /** The latest day from which any version is in force; null while there is version 1 alone. */
    @Nullable
    LocalDate lastStart(UUID kpi) {
        return of(kpi).stream()
                .map(version -> version.effectiveFrom)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * The definition in force for a period: of those effective on its first day the one with the greatest number, so
     * that a later definition may also correct the past.
     */
    KpiDefinitionEntity inForce(UUID kpi, LocalDate periodStart) {
        List<KpiDefinitionEntity> versions = of(kpi);
        for (int i = versions.size() - 1; i >= 0; i--) {
            LocalDate from = versions.get(i).effectiveFrom;
            if (from == null || !from.isAfter(periodStart)) {
                return versions.get(i);
            }
        }
        throw new IllegalStateException("KPI " + kpi + " has no definition for " + periodStart);
    }
}
