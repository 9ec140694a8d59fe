package io.goaltree.kpi;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what KPIs meant when, and whether what they graduated with holds: one statement each for all loaded together. */
@ApplicationScoped
public class KpiDefinitionAnswers {
    private static final String DEFINITIONS = "definitions";
    private static final String HOLDS = "holds";

    private final KpiStore kpis;
    private final KpiHolds holds;

    KpiDefinitionAnswers(KpiStore kpis, KpiHolds holds) {
        this.kpis = kpis;
        this.holds = holds;
    }

    List<KpiDefinition> definitions(Kpi kpi) {
        KpiDefinitions all = kpi.batch().once(DEFINITIONS, kpis::definitions);
        return all.of(Ids.uuid(Kind.KPI, kpi.id())).stream()
                .map(KpiDefinition::of)
                .toList();
    }

    @Nullable
    Boolean holds(Kpi kpi) {
        Map<UUID, Boolean> all = kpi.batch().once(HOLDS, holds::of);
        return all.get(Ids.uuid(Kind.KPI, kpi.id()));
    }
}
