package io.goaltree.kpi;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads where a KPI was healthy, period by period: one statement, however many periods there are. */
@ApplicationScoped
public class KpiRanges {
    private final KpiStore kpis;

    KpiRanges(KpiStore kpis) {
        this.kpis = kpis;
    }

    /** The range in force for each of these periods, by their first days. */
    public Map<LocalDate, RangeInForce> of(UUID kpi, Collection<LocalDate> periods) {
        KpiDefinitions definitions = kpis.definitions(List.of(kpi));
        Map<LocalDate, RangeInForce> ranges = new TreeMap<>();
        for (LocalDate period : periods) {
            KpiDefinitionEntity definition = definitions.inForce(kpi, period);
            ranges.put(period, new RangeInForce(definition.number, definition.limits()));
        }
        return ranges;
    }
}
