package io.goaltree.kpi;

import io.goaltree.behaviour.SegmentStart;
import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** By what the values of KPIs are to be read: three statements, however many KPIs. */
@ApplicationScoped
class ReadingRules {
    private final KpiStore kpis;
    private final SegmentStartStore starts;

    ReadingRules(KpiStore kpis, SegmentStartStore starts) {
        this.kpis = kpis;
        this.starts = starts;
    }

    /** Where the segments of one KPI start, and which way was better when. */
    record Rules(UUID kpi, Cadence cadence, KpiDefinitions definitions, List<SegmentStart> starts) {
        Direction direction(LocalDate period) {
            return definitions.inForce(kpi, period).direction;
        }
    }

    Map<UUID, Rules> of(Collection<UUID> ids) {
        KpiDefinitions definitions = kpis.definitions(ids);
        Map<UUID, List<SegmentStart>> said = starts.of(ids);
        Map<UUID, Rules> rules = new HashMap<>();
        for (KpiEntity kpi : kpis.byIds(ids)) {
            List<SegmentStart> all = new ArrayList<>(SegmentStarts.of(definitions, kpi.id, kpi.cadence));
            all.addAll(said.getOrDefault(kpi.id, List.of()));
            rules.put(kpi.id, new Rules(kpi.id, kpi.cadence, definitions, all));
        }
        return rules;
    }
}
