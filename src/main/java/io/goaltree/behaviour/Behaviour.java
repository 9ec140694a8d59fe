package io.goaltree.behaviour;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI's history says.
 *
 * @param since first day of the first period of the earliest signal among the latest eight values; null unless SIGNAL
 * @param direction of that signal; null unless SIGNAL
 * @param segments oldest first; the last one is the current one
 * @param signals of all segments, by first period, then by rule
 * @param proposedRebase first day of the period from which new limits would describe the KPI better; null when there is
 *     no such period
 */
public record Behaviour(
        Verdict verdict,
        @Nullable LocalDate since,
        @Nullable SignalDirection direction,
        List<Segment> segments,
        List<Signal> signals,
        @Nullable LocalDate proposedRebase) {
    /** What no values say. */
    public static final Behaviour NOTHING =
            new Behaviour(Verdict.INSUFFICIENT_DATA, null, null, List.of(), List.of(), null);

    /** The limits in force now; null when there are none yet, which is exactly when the verdict is INSUFFICIENT_DATA. */
    public @Nullable Limits currentLimits() {
        return segments.isEmpty() ? null : segments.get(segments.size() - 1).limits();
    }
}
