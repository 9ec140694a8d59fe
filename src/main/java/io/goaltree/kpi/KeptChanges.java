package io.goaltree.kpi;

import io.goaltree.behaviour.Segment;
import io.goaltree.behaviour.Signal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must be written so that what is kept of some KPIs is what their values say. */
final class KeptChanges {
    record VerdictRow(UUID kpi, KeptVerdict verdict) {}

    record SegmentRow(UUID kpi, Segment segment) {}

    record SegmentKey(UUID kpi, LocalDate from) {}

    record NewSignal(UUID kpi, Signal signal) {}

    final List<VerdictRow> verdicts = new ArrayList<>();
    final List<SegmentRow> segments = new ArrayList<>();
    final List<SegmentKey> endedSegments = new ArrayList<>();
    final List<NewSignal> newSignals = new ArrayList<>();
    final List<KeptSignal> changedSignals = new ArrayList<>();

    void verdict(UUID kpi, @Nullable KeptVerdict before, KeptVerdict after) {
        if (!after.equals(before)) {
            verdicts.add(new VerdictRow(kpi, after));
        }
    }

    void segments(UUID kpi, List<Segment> before, List<Segment> after) {
        Map<LocalDate, Segment> known = new HashMap<>();
        before.forEach(segment -> known.put(segment.from(), segment));
        Set<LocalDate> left = new HashSet<>(known.keySet());
        for (Segment segment : after) {
            left.remove(segment.from());
            if (!Objects.equals(known.get(segment.from()), segment)) {
                segments.add(new SegmentRow(kpi, segment));
            }
        }
        left.forEach(from -> endedSegments.add(new SegmentKey(kpi, from)));
    }

    void signals(UUID kpi, List<KeptSignal> before, List<Signal> after) {
        SignalChanges changes = SignalChanges.of(before, after);
        changes.added().forEach(signal -> newSignals.add(new NewSignal(kpi, signal)));
        changedSignals.addAll(changes.changed());
    }
}
