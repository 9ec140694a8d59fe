package io.goaltree.kpi;

import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes values: a fixed number of statements, however many values. It takes the locks of their KPIs until the end of the
 * caller's transaction, so what it compares with is what it replaces, and every revision is a true change.
 */
@ApplicationScoped
class Recorder {
    private final KpiStore kpis;
    private final KpiValueStore values;
    private final Now now;
    private final KpiGrace grace;

    Recorder(KpiStore kpis, KpiValueStore values, Now now, KpiGrace grace) {
        this.kpis = kpis;
        this.values = values;
        this.now = now;
        this.grace = grace;
    }

    /** What was decided, and is written. What the values of those KPIs say is not brought up to date yet. */
    ValueDecisions record(List<ValueToRecord> given, RecordMode mode) {
        Set<String> references = new HashSet<>();
        given.stream().map(ValueToRecord::kpi).filter(Objects::nonNull).forEach(references::add);
        Map<String, KpiEntity> known = kpis.referencedAndLocked(references);
        // After the lock: of two who correct the same value, the later one is also recorded later.
        Instant at = now.instant();
        Set<UUID> ids = known.values().stream().map(kpi -> kpi.id).collect(Collectors.toSet());
        ValueReader reader = new ValueReader(known, kpis.definitions(ids), at, grace.days());
        ValueDecisions decisions = ValueDecisions.read(given, reader, mode);
        List<ReadValue> accepted = decisions.accepted();
        decisions.compare(accepted.isEmpty() ? List.of() : values.existing(accepted));
        values.insert(decisions.createdIds, decisions.created, at);
        values.replace(decisions.updatedIds, decisions.updated, at);
        return decisions;
    }
}
