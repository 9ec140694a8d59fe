package io.goaltree.kpi;

import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Segment;
import io.goaltree.behaviour.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is kept of some KPIs.
 *
 * @param verdicts of those that are kept by the present rules
 * @param segments oldest first, by whatever rules
 * @param signals with those that are gone, by whatever rules
 */
record Kept(Map<UUID, KeptVerdict> verdicts, Map<UUID, List<Segment>> segments, Map<UUID, List<KeptSignal>> signals) {

    /** Of those that are kept by the present rules. */
    Map<UUID, Behaviour> behaviours() {
        Map<UUID, Behaviour> behaviours = new HashMap<>();
        verdicts.forEach((kpi, verdict) -> behaviours.put(
                kpi,
                new Behaviour(
                        verdict.verdict(),
                        verdict.since(),
                        verdict.direction(),
                        segments.getOrDefault(kpi, List.of()),
                        shown(signals.getOrDefault(kpi, List.of())),
                        verdict.proposedRebase())));
        return behaviours;
    }

    private static List<Signal> shown(List<KeptSignal> kept) {
        return kept.stream()
                .filter(signal -> !signal.isGone())
                .map(KeptSignal::signal)
                .sorted(Signal.IN_TIME)
                .toList();
    }
}
