package io.goaltree.kpi;

import io.goaltree.behaviour.Verdict;
import io.goaltree.scoring.KpiHealth;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link KpiFilter} whose references are resolved. Its text names the list that a cursor belongs to. */
record KpiQuery(
        @Nullable UUID team,
        @Nullable UUID owner,
        @Nullable KpiHealth health,
        @Nullable Boolean stale,
        @Nullable Verdict verdict,
        @Nullable String text,
        boolean archived,
        @Nullable Instant updatedSince) {

    KpiQuery ofAnyVerdict() {
        return new KpiQuery(team, owner, health, stale, null, text, archived, updatedSince);
    }

    /** Whether rows alone cannot tell: health and staleness are computed. */
    boolean needsGauge() {
        return health != null || stale != null;
    }
}
