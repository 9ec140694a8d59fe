package io.goaltree.kpi;

import io.goaltree.scoring.Guard;
import io.goaltree.scoring.Guard.Judged;
import io.goaltree.scoring.Health;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Judges KPIs as guardrails: three statements for however many; their past is read only for those in a breach. */
@ApplicationScoped
public class KpiGuards {
    private final KpiStore kpis;
    private final KpiValueStore values;
    private final KpiRunStore runs;

    KpiGuards(KpiStore kpis, KpiValueStore values, KpiRunStore runs) {
        this.kpis = kpis;
        this.values = values;
        this.runs = runs;
    }

    public Map<UUID, Guard> of(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        KpiDefinitions definitions = kpis.definitions(ids);
        Map<UUID, List<Judged>> judged = new HashMap<>();
        List<UUID> outside = new ArrayList<>();
        values.newest(ids).forEach((kpi, newest) -> {
            Judged value = judged(definitions, kpi, newest.periodStart, newest.value);
            judged.put(kpi, List.of(value));
            if (value.isOutside()) {
                outside.add(kpi);
            }
        });
        if (!outside.isEmpty()) {
            runs.sinceLastInRange(outside)
                    .forEach((kpi, run) -> judged.put(
                            kpi,
                            run.stream()
                                    .map(value -> judged(definitions, kpi, value.from(), value.value()))
                                    .toList()));
        }
        Map<UUID, Guard> guards = new HashMap<>();
        ids.forEach(kpi -> guards.put(kpi, Guard.of(judged.getOrDefault(kpi, List.of()))));
        return guards;
    }

    private static Judged judged(KpiDefinitions definitions, UUID kpi, LocalDate from, BigDecimal value) {
        return new Judged(from, Health.of(value, definitions.inForce(kpi, from).limits()));
    }
}
