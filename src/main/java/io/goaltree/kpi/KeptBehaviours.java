package io.goaltree.kpi;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Segment;
import io.goaltree.behaviour.Signal;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the values of KPIs say, kept up to date by those who change them, so that reading looks at no values. What was never
 * kept, or by older rules, is computed.
 */
@ApplicationScoped
public class KeptBehaviours {
    private static final KeptVerdict NOTHING = KeptVerdict.of(Behaviour.NOTHING);

    private final KpiBehaviours computed;
    private final KeptBehaviourStore store;
    private final KeptBehaviourWriteStore writes;
    private final Now now;

    KeptBehaviours(KpiBehaviours computed, KeptBehaviourStore store, KeptBehaviourWriteStore writes, Now now) {
        this.computed = computed;
        this.store = store;
        this.writes = writes;
        this.now = now;
    }

    /** What the values of each of these KPIs say, in three statements; nothing for one that is not there. */
    public Map<UUID, Behaviour> of(Collection<UUID> kpis) {
        Map<UUID, KeptVerdict> verdicts = store.verdicts(kpis);
        Map<UUID, List<Segment>> segments = store.segments(verdicts.keySet());
        Map<UUID, List<KeptSignal>> signals = store.signals(verdicts.keySet());
        Map<UUID, Behaviour> kept = new HashMap<>();
        verdicts.forEach((kpi, verdict) -> kept.put(
                kpi,
                new Behaviour(
                        verdict.verdict(),
                        verdict.since(),
                        verdict.direction(),
                        segments.getOrDefault(kpi, List.of()),
                        shown(signals.getOrDefault(kpi, List.of())),
                        verdict.proposedRebase())));
        computed.of(missing(kpis, kept.keySet())).forEach((kpi, history) -> kept.put(kpi, history.behaviour()));
        return kept;
    }

    /** What it comes to, for each of these KPIs: one statement. */
    public Map<UUID, KeptVerdict> verdicts(Collection<UUID> kpis) {
        Map<UUID, KeptVerdict> verdicts = store.verdicts(kpis);
        computed.of(missing(kpis, verdicts.keySet()))
                .forEach((kpi, history) -> verdicts.put(kpi, KeptVerdict.of(history.behaviour())));
        return verdicts;
    }

    /** The signals behind these ids, gone again or not, with when they were first seen. */
    public Map<UUID, DetectedSignal> detected(Collection<UUID> signals) {
        return store.detected(signals);
    }

    /**
     * Brings what is kept in line with the values, definitions, re-bases and graduations of these KPIs. Part of the
     * caller's transaction, which has written those and holds the locks of the KPIs' rows.
     */
    void refresh(Collection<UUID> kpis) {
        if (kpis.isEmpty()) {
            return;
        }
        Map<UUID, Behaviour> shown = new HashMap<>();
        computed.of(kpis).forEach((kpi, history) -> shown.put(kpi, history.behaviour()));
        Map<UUID, KeptVerdict> verdicts = store.verdicts(kpis);
        Map<UUID, List<Segment>> segments = store.segments(kpis);
        Map<UUID, List<KeptSignal>> signals = store.signals(kpis);
        KeptChanges changes = new KeptChanges();
        shown.forEach((kpi, behaviour) -> {
            changes.verdict(kpi, verdicts.get(kpi), KeptVerdict.of(behaviour));
            changes.segments(kpi, segments.getOrDefault(kpi, List.of()), behaviour.segments());
            changes.signals(kpi, signals.getOrDefault(kpi, List.of()), behaviour.signals());
        });
        writes.write(changes, now.instant());
    }

    /** A new KPI says nothing yet. */
    void begin(UUID kpi) {
        KeptChanges changes = new KeptChanges();
        changes.verdict(kpi, null, NOTHING);
        writes.write(changes, now.instant());
    }

    private static List<Signal> shown(List<KeptSignal> kept) {
        return kept.stream()
                .filter(signal -> !signal.isGone())
                .map(KeptSignal::signal)
                .sorted(Signal.IN_TIME)
                .toList();
    }

    private static Set<UUID> missing(Collection<UUID> asked, Set<UUID> found) {
        Set<UUID> missing = new HashSet<>(asked);
        missing.removeAll(found);
        return missing;
    }
}
