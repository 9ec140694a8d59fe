package io.goaltree.kpi;

import io.goaltree.behaviour.Behaviours;
import io.goaltree.behaviour.Point;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what the values of KPIs say: four statements, however many KPIs and values there are. */
@ApplicationScoped
public class KpiBehaviours {
    private static final long VALUES_AT_ONCE = 50_000;

    private final ReadingRules rules;
    private final KpiValueStore values;

    KpiBehaviours(ReadingRules rules, KpiValueStore values) {
        this.rules = rules;
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
        return ids.isEmpty() ? Map.of() : of(rules.of(ids), baselineSize);
    }

    /** These KPIs in the order of their ids, in parts with up to 50,000 values together, or of one KPI: one statement. */
    List<Set<UUID>> inParts(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Long> counts = values.counts(ids);
        List<Set<UUID>> parts = new ArrayList<>();
        long room = 0;
        for (UUID kpi : ids.stream().sorted().toList()) {
            long count = counts.getOrDefault(kpi, 0L);
            if (parts.isEmpty() || count > room) {
                parts.add(new LinkedHashSet<>());
                room = VALUES_AT_ONCE;
            }
            parts.get(parts.size() - 1).add(kpi);
            room -= count;
        }
        return parts;
    }

    /** The same by rules that are known. */
    Map<UUID, KpiHistory> of(Map<UUID, ReadingRules.Rules> rulesById, int baselineSize) {
        if (rulesById.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Point>> points = values.inOrder(rulesById.keySet());
        Map<UUID, KpiHistory> histories = new HashMap<>();
        rulesById.forEach((kpi, rules) -> {
            List<Point> all = points.getOrDefault(kpi, List.of());
            histories.put(
                    kpi,
                    new KpiHistory(
                            all, Behaviours.of(all, rules.starts(), baselineSize, rules::direction, rules.cadence())));
        });
        return histories;
    }
}
