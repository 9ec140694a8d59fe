package io.goaltree.kpi;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Says whether the numbers of a KPI can be compared. */
@ApplicationScoped
public class KpiUnits {
    private final KpiStore kpis;

    KpiUnits(KpiStore kpis) {
        this.kpis = kpis;
    }

    /** Whether the period that begins on a day and all after it, as far as is known, are measured in the unit of now. */
    public boolean areOneSince(Kpi kpi, UUID id, LocalDate period) {
        KpiDefinitions definitions = kpis.definitions(List.of(id));
        return Objects.equals(definitions.inForce(id, period).unit, kpi.unit())
                && definitions.of(id).stream()
                        .map(version -> version.effectiveFrom)
                        .filter(from -> from != null && from.isAfter(period))
                        .allMatch(from -> Objects.equals(definitions.inForce(id, from).unit, kpi.unit()));
    }
}
