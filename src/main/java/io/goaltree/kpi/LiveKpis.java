package io.goaltree.kpi;

import static io.goaltree.shared.UserErrorCode.WRONG_STATE;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.shared.Check;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** KPIs that take changes, held for the caller alone until the end of its transaction. */
@ApplicationScoped
class LiveKpis {
    private final KpiStore kpis;

    LiveKpis(KpiStore kpis) {
        this.kpis = kpis;
    }

    /** The KPI that an input names; reports why it takes no changes. */
    Optional<KpiEntity> hold(Check check, String field, String keyOrId) {
        KpiEntity kpi = kpis.referencedAndLocked(List.of(keyOrId)).get(keyOrId);
        if (kpi == null) {
            Ids.notFound(check, field, Kind.KPI, keyOrId);
            return Optional.empty();
        }
        return live(check, field, kpi);
    }

    /** Waits for other writers of a KPI that is there and sees what they did. */
    KpiEntity hold(UUID id) {
        kpis.lock(List.of(id));
        return kpis.byIds(List.of(id)).get(0);
    }

    /** Reports WRONG_STATE for a KPI that is archived. */
    Optional<KpiEntity> live(Check check, String field, KpiEntity kpi) {
        if (kpi.archivedAt != null) {
            check.refuse(
                    WRONG_STATE,
                    "Kpi '" + kpi.key + "' is archived since " + kpi.archivedAt
                            + "; it takes no more values, changes or reviews",
                    field);
            return Optional.empty();
        }
        return Optional.of(kpi);
    }
}
