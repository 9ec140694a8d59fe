package io.goaltree.keyresult;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.kpi.KpiLineage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which KPI graduated from which key result, read for all that were loaded together. */
@ApplicationScoped
public class Graduations {
    private static final String INTO = "graduatedInto";
    private static final String FROM = "graduatedFrom";

    private final KpiLineage lineage;
    private final KeyResultAnswers answers;
    private final KpiAnswers kpis;

    Graduations(KpiLineage lineage, KeyResultAnswers answers, KpiAnswers kpis) {
        this.lineage = lineage;
        this.answers = answers;
        this.kpis = kpis;
    }

    @Nullable
    Kpi into(KeyResult keyResult) {
        Map<UUID, Kpi> all = keyResult.batch().once(INTO, this::into);
        return all.get(Ids.uuid(Kind.KEY_RESULT, keyResult.id()));
    }

    @Nullable
    KeyResult from(Kpi kpi) {
        Map<UUID, KeyResult> all = kpi.batch().once(FROM, this::from);
        return all.get(Ids.uuid(Kind.KPI, kpi.id()));
    }

    private Map<UUID, Kpi> into(Set<UUID> keyResults) {
        Map<UUID, UUID> pairs = lineage.into(keyResults);
        return joined(pairs, kpis.nodesById(new HashSet<>(pairs.values())));
    }

    private Map<UUID, KeyResult> from(Set<UUID> kpiIds) {
        Map<UUID, UUID> pairs = lineage.from(kpiIds);
        return joined(pairs, answers.nodesById(new HashSet<>(pairs.values())));
    }

    private static <T> Map<UUID, T> joined(Map<UUID, UUID> pairs, Map<UUID, T> loaded) {
        Map<UUID, T> joined = new HashMap<>();
        pairs.forEach((one, other) -> joined.put(one, loaded.get(other)));
        return joined;
    }
}
