package io.goaltree.kpi;

import io.goaltree.behaviour.Behaviours;
import io.goaltree.behaviour.Point;
import io.goaltree.behaviour.SegmentStart;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the values of KPIs say: three statements, however many KPIs and values there are. */
@ApplicationScoped
public class KpiBehaviours {
    private final KpiStore kpis;
    private final KpiValueStore values;
    private final Now now;

    KpiBehaviours(KpiStore kpis, KpiValueStore values, Now now) {
        this.kpis = kpis;
        this.values = values;
        this.now = now;
    }

    /** The history of each of these KPIs, without values for one that has none. */
    public Map<UUID, KpiHistory> of(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<KpiEntity> found = kpis.byIds(ids);
        KpiDefinitions definitions = kpis.definitions(ids);
        Map<UUID, List<Point>> points = values.inOrder(ids);
        Map<UUID, KpiHistory> histories = new HashMap<>();
        for (KpiEntity kpi : found) {
            histories.put(kpi.id, history(kpi, definitions, points.getOrDefault(kpi.id, List.of())));
        }
        return histories;
    }

    private KpiHistory history(KpiEntity kpi, KpiDefinitions definitions, List<Point> points) {
        KpiDefinitionEntity current = definitions.inForce(
                kpi.id, kpi.cadence.periodContaining(kpi.dayOf(now.instant())).from());
        return new KpiHistory(
                points,
                Behaviours.of(
                        points,
                        starts(definitions.of(kpi.id)),
                        Behaviours.STANDARD_BASELINE_SIZE,
                        current.direction,
                        kpi.cadence));
    }

    /** Where the unit changed, numbers before and after cannot be compared: a redefinition must not look like a signal. */
    private static List<SegmentStart> starts(List<KpiDefinitionEntity> versions) {
        List<SegmentStart> starts = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            KpiDefinitionEntity before = versions.get(i - 1);
            KpiDefinitionEntity after = versions.get(i);
            if (after.effectiveFrom != null && !Objects.equals(before.unit, after.unit)) {
                starts.add(new SegmentStart(
                        after.effectiveFrom,
                        "The unit changed from " + shown(before.unit) + " to " + shown(after.unit)));
            }
        }
        return starts;
    }

    private static String shown(@Nullable String unit) {
        return unit == null ? "none" : "'" + unit + "'";
    }
}
