package io.goaltree.kpi;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Behaviours;
import io.goaltree.time.Now;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * What the values of KPIs say, kept up to date by those who change them, so that reading looks at no values. What was never
 * kept, or by older rules, is computed.
 */
@ApplicationScoped
public class KeptBehaviours {
    private static final KeptVerdict NOTHING = KeptVerdict.of(Behaviour.NOTHING);

    private final KpiBehaviours computed;
    private final BehaviourTails tails;
    private final ReadingRules rules;
    private final KeptBehaviourStore store;
    private final KeptBehaviourWriteStore writes;
    private final Now now;

    KeptBehaviours(
            KpiBehaviours computed,
            BehaviourTails tails,
            ReadingRules rules,
            KeptBehaviourStore store,
            KeptBehaviourWriteStore writes,
            Now now) {
        this.computed = computed;
        this.tails = tails;
        this.rules = rules;
        this.store = store;
        this.writes = writes;
        this.now = now;
    }

    /** What the values of each of these KPIs say, in three statements; nothing for one that is not there. */
    public Map<UUID, Behaviour> of(Collection<UUID> kpis) {
        Map<UUID, Behaviour> all = store.read(kpis).behaviours();
        compute(missing(kpis, all.keySet()), all::put);
        return all;
    }

    /** What it comes to, for each of these KPIs: one statement. */
    public Map<UUID, KeptVerdict> verdicts(Collection<UUID> kpis) {
        Map<UUID, KeptVerdict> verdicts = store.verdicts(kpis);
        compute(missing(kpis, verdicts.keySet()), (kpi, behaviour) -> verdicts.put(kpi, KeptVerdict.of(behaviour)));
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
        refresh(kpis, Map.of());
    }

    /**
     * The same when nothing but values has changed.
     *
     * @param kpis all whose values have changed
     * @param appended those of them that only got values for periods that had none
     */
    void refresh(Collection<UUID> kpis, Map<UUID, Appended> appended) {
        if (kpis.isEmpty()) {
            return;
        }
        Kept before = store.read(kpis);
        Map<UUID, ReadingRules.Rules> by = rules.of(kpis);
        Map<UUID, Behaviour> after = tails.read(before.behaviours(), appended, by);
        by.keySet().removeAll(after.keySet());
        computed.of(by, Behaviours.STANDARD_BASELINE_SIZE)
                .forEach((kpi, history) -> after.put(kpi, history.behaviour()));
        KeptChanges changes = new KeptChanges();
        after.forEach((kpi, behaviour) -> {
            changes.verdict(kpi, before.verdicts().get(kpi), KeptVerdict.of(behaviour));
            changes.segments(kpi, before.segments().getOrDefault(kpi, List.of()), behaviour.segments());
            changes.signals(kpi, before.signals().getOrDefault(kpi, List.of()), behaviour.signals());
        });
        writes.write(changes, now.instant());
    }

    /**
     * Says that what is kept of these KPIs is not what their values say: it is computed by whoever asks, until a
     * {@link #refresh}. Part of the caller's transaction, as that is.
     */
    void lapse(Collection<UUID> kpis) {
        writes.lapse(kpis);
    }

    /** Those of these KPIs of which nothing is kept that holds. */
    Set<UUID> lapsed(Collection<UUID> kpis) {
        return missing(kpis, store.verdicts(kpis).keySet());
    }

    /** A new KPI says nothing yet. */
    void begin(UUID kpi) {
        KeptChanges changes = new KeptChanges();
        changes.verdict(kpi, null, NOTHING);
        writes.write(changes, now.instant());
    }

    /** These KPIs in parts, each of which has no more values than memory is meant for, or is one KPI. */
    List<Set<UUID>> inParts(Collection<UUID> kpis) {
        return computed.inParts(kpis);
    }

    /** Of many KPIs with long histories never all values are in memory. */
    private void compute(Set<UUID> kpis, BiConsumer<UUID, Behaviour> each) {
        for (Set<UUID> part : computed.inParts(kpis)) {
            computed.of(part).forEach((kpi, history) -> each.accept(kpi, history.behaviour()));
        }
    }

    private static Set<UUID> missing(Collection<UUID> asked, Set<UUID> found) {
        Set<UUID> missing = new HashSet<>(asked);
        missing.removeAll(found);
        return missing;
    }
}
