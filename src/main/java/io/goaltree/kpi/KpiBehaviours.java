package io.goaltree.kpi;

import io.goaltree.behaviour.Behaviours;
import io.goaltree.behaviour.Point;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what the values of KPIs say: three statements, however many KPIs and values there are. */
@ApplicationScoped
public class KpiBehaviours {
    private final KpiStore kpis;
    private final KpiValueStore values;

    KpiBehaviours(KpiStore kpis, KpiValueStore values) {
        this.kpis = kpis;
        this.values = values;
    }

    /** The history of each of these KPIs, without values for one that has none. */
    public Map<UUID, KpiHistory> of(Collection<UUID> ids) {
        return of(ids, Behaviours.STANDARD_BASELINE_SIZE);
    }

    /**
     * The same with limits from another number of values.
     *
     * @param baselineSize at least {@link Behaviours#FEWEST_VALUES}
     */
    Map<UUID, KpiHistory> of(Collection<UUID> ids, int baselineSize) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<KpiEntity> found = kpis.byIds(ids);
        KpiDefinitions definitions = kpis.definitions(ids);
        Map<UUID, List<Point>> points = values.inOrder(ids);
        Map<UUID, KpiHistory> histories = new HashMap<>();
        for (KpiEntity kpi : found) {
            histories.put(kpi.id, history(kpi, definitions, points.getOrDefault(kpi.id, List.of()), baselineSize));
        }
        return histories;
    }

    private static KpiHistory history(KpiEntity kpi, KpiDefinitions definitions, List<Point> points, int baselineSize) {
        return new KpiHistory(
                points,
                Behaviours.of(
                        points,
                        SegmentStarts.of(definitions.of(kpi.id)),
                        baselineSize,
                        period -> definitions.inForce(kpi.id, period).direction,
                        kpi.cadence));
    }
}
