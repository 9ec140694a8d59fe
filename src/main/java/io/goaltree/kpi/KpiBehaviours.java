package io.goaltree.kpi;

import io.goaltree.behaviour.Behaviours;
import io.goaltree.behaviour.Point;
import io.goaltree.behaviour.SegmentStart;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what the values of KPIs say: four statements, however many KPIs and values there are. */
@ApplicationScoped
public class KpiBehaviours {
    private final KpiStore kpis;
    private final KpiValueStore values;
    private final SegmentStartStore starts;

    KpiBehaviours(KpiStore kpis, KpiValueStore values, SegmentStartStore starts) {
        this.kpis = kpis;
        this.values = values;
        this.starts = starts;
    }

    /** The history of each of these KPIs, without values for one that has none. */
    public Map<UUID, KpiHistory> of(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<KpiEntity> found = kpis.byIds(ids);
        KpiDefinitions definitions = kpis.definitions(ids);
        Map<UUID, List<Point>> points = values.inOrder(ids);
        Map<UUID, List<SegmentStart>> said = starts.of(ids);
        Map<UUID, KpiHistory> histories = new HashMap<>();
        for (KpiEntity kpi : found) {
            List<SegmentStart> segments = new ArrayList<>(SegmentStarts.of(definitions, kpi.id, kpi.cadence));
            segments.addAll(said.getOrDefault(kpi.id, List.of()));
            histories.put(kpi.id, history(kpi, definitions, points.getOrDefault(kpi.id, List.of()), segments));
        }
        return histories;
    }

    private static KpiHistory history(
            KpiEntity kpi, KpiDefinitions definitions, List<Point> points, List<SegmentStart> starts) {
        return new KpiHistory(
                points,
                Behaviours.of(
                        points,
                        starts,
                        Behaviours.STANDARD_BASELINE_SIZE,
                        period -> definitions.inForce(kpi.id, period).direction,
                        kpi.cadence));
    }
}
