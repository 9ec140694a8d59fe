package io.goaltree.kpi;

import io.goaltree.scoring.Health;
import io.goaltree.scoring.HealthyRangeLimits;
import io.goaltree.scoring.KpiHealth;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds KPIs in use whose newest value is out of its healthy range: three statements, however many there are. */
@ApplicationScoped
public class KpisOutside {
    /** @param distance to the bound that is passed, in the KPI's unit, above 0 */
    public record Outside(UUID id, String key, BigDecimal distance) {}

    private final KpiStore kpis;
    private final KpiValueStore values;
    private final KpiAnswers answers;

    KpisOutside(KpiStore kpis, KpiValueStore values, KpiAnswers answers) {
        this.kpis = kpis;
        this.values = values;
        this.answers = answers;
    }

    /** @param team the key or id of a team: only its own KPIs, none when it is not there; null for all */
    public List<Outside> of(@Nullable String team) {
        KpiFilter filter = new KpiFilter();
        filter.team = team;
        return answers.query(filter)
                .map(query -> outside(kpis.candidates(query)))
                .orElse(List.of());
    }

    private List<Outside> outside(List<KpiEntity> candidates) {
        List<UUID> ids = candidates.stream().map(kpi -> kpi.id).toList();
        KpiDefinitions definitions = kpis.definitions(ids);
        Map<UUID, KpiValueEntity> newest = values.newest(ids);
        List<Outside> outside = new ArrayList<>();
        for (KpiEntity kpi : candidates) {
            KpiValueEntity value = newest.get(kpi.id);
            HealthyRangeLimits range = value == null
                    ? null
                    : definitions.inForce(kpi.id, value.periodStart).limits();
            if (value != null && range != null && isOutside(Health.of(value.value, range))) {
                outside.add(new Outside(kpi.id, kpi.key, range.distance(value.value)));
            }
        }
        return outside;
    }

    private static boolean isOutside(KpiHealth health) {
        return health == KpiHealth.WARNING || health == KpiHealth.UNHEALTHY;
    }
}
