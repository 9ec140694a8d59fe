package io.goaltree.keyresult;

import static io.goaltree.shared.UserErrorCode.UNIT_MISMATCH;

import io.goaltree.edge.Batch;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.shared.Check;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which KPI feeds which key result, read for all that were loaded together. */
@ApplicationScoped
public class FedByKpi {
    private static final String FEEDING = "feeding";
    private static final String KPIS = "kpis";
    private static final String FED = "fed";

    private final KeyResultStore keyResults;
    private final KeyResultAnswers answers;
    private final KpiAnswers kpis;

    FedByKpi(KeyResultStore keyResults, KeyResultAnswers answers, KpiAnswers kpis) {
        this.keyResults = keyResults;
        this.answers = answers;
        this.kpis = kpis;
    }

    /** The KPI of each of these key results that is fed by one. */
    public Map<UUID, UUID> feeding(Batch together) {
        return together.once(FEEDING, keyResults::kpisOf);
    }

    /** The KPI that feeds a key result; null when none does. */
    public @Nullable Kpi kpiOf(KeyResult keyResult) {
        Map<UUID, UUID> feeding = feeding(keyResult.batch());
        UUID kpi = feeding.get(Ids.uuid(Kind.KEY_RESULT, keyResult.id()));
        if (kpi == null) {
            return null;
        }
        Map<UUID, Kpi> all = keyResult.batch().once(KPIS, ids -> kpis.nodesById(new HashSet<>(feeding.values())));
        return all.get(kpi);
    }

    List<KeyResult> keyResultsOf(Kpi kpi) {
        Map<UUID, List<KeyResult>> all = kpi.batch().once(FED, this::fedBy);
        return all.getOrDefault(Ids.uuid(Kind.KPI, kpi.id()), List.of());
    }

    private Map<UUID, List<KeyResult>> fedBy(Set<UUID> kpiIds) {
        Map<UUID, List<UUID>> fed = keyResults.fedBy(kpiIds);
        Map<UUID, KeyResult> loaded =
                answers.nodesById(fed.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        Map<UUID, List<KeyResult>> byKpi = new HashMap<>();
        fed.forEach((kpi, ids) -> byKpi.put(
                kpi,
                ids.stream().flatMap(id -> Stream.ofNullable(loaded.get(id))).toList()));
        return byKpi;
    }

    @Nullable
    String keyOf(@Nullable UUID kpi) {
        return kpi == null ? null : kpis.one(kpi).key();
    }

    /** Reports UNIT_MISMATCH: the values of a KPI are in its unit, and so is the key result that it feeds. */
    void refuseOtherUnit(Check check, KeyResultEntity row, @Nullable String unit) {
        if (row.kpiId == null || Objects.equals(unit, row.unit)) {
            return;
        }
        Kpi kpi = kpis.one(row.kpiId);
        if (!Objects.equals(unit, kpi.unit())) {
            check.refuse(
                    UNIT_MISMATCH,
                    "Unit is " + shown(unit) + "; this key result is fed by KPI '" + kpi.key() + "', whose unit is "
                            + shown(kpi.unit()),
                    "unit");
        }
    }

    private static String shown(@Nullable String unit) {
        return unit == null ? "none" : "'" + Check.shortened(unit) + "'";
    }
}
