package io.goaltree.kpi;

import io.goaltree.behaviour.Signal;
import io.goaltree.behaviour.SignalRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be written so that the signals kept of one KPI are those that its values show now. */
record SignalChanges(List<Signal> added, List<KeptSignal> changed) {

    /** By its rule and first period a signal is told from every other of a KPI. */
    private record Name(SignalRule rule, LocalDate from) {
        static Name of(Signal signal) {
            return new Name(signal.rule(), signal.from());
        }
    }

    /**
     * A signal is the one that was kept when rule and first period are the same; else when they share the rule, what it
     * means and a period, as with a run that a correction has made longer at its beginning. One that is gone comes back
     * only as itself: what overlaps it after a re-base is another one.
     */
    static SignalChanges of(List<KeptSignal> kept, List<Signal> shown) {
        Map<Name, KeptSignal> left = new LinkedHashMap<>();
        kept.forEach(signal -> left.put(Name.of(signal.signal()), signal));
        Map<Signal, KeptSignal> known = new HashMap<>();
        for (Signal signal : shown) {
            KeptSignal same = left.remove(Name.of(signal));
            if (same != null) {
                known.put(signal, same);
            }
        }
        List<Signal> added = new ArrayList<>();
        List<KeptSignal> changed = new ArrayList<>();
        for (Signal signal : shown) {
            Optional<KeptSignal> before = Optional.ofNullable(known.get(signal)).or(() -> overlapping(left, signal));
            before.ifPresentOrElse(
                    it -> {
                        left.remove(Name.of(it.signal()));
                        if (it.isGone() || !it.signal().equals(signal)) {
                            changed.add(new KeptSignal(it.id(), signal, false));
                        }
                    },
                    () -> added.add(signal));
        }
        left.values().stream()
                .filter(it -> !it.isGone())
                .forEach(it -> changed.add(new KeptSignal(it.id(), it.signal(), true)));
        return new SignalChanges(added, changed);
    }

    private static Optional<KeptSignal> overlapping(Map<Name, KeptSignal> left, Signal signal) {
        return left.values().stream()
                .filter(it -> !it.isGone()
                        && it.signal().rule() == signal.rule()
                        && it.signal().direction() == signal.direction()
                        && !it.signal().from().isAfter(signal.to())
                        && !it.signal().to().isBefore(signal.from()))
                .findFirst();
    }
}
