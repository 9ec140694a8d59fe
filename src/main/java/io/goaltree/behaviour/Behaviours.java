package io.goaltree.behaviour;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import java.util.List;

/** Process-behaviour (XmR) analysis of a KPI's values. */
public final class Behaviours {
    public static final int STANDARD_BASELINE_SIZE = 20;
    public static final int FEWEST_VALUES = 6;

    private Behaviours() {}

    public static Behaviour of(
            List<Point> points, List<SegmentStart> starts, int baselineSize, Direction direction, Cadence cadence) {
        throw new UnsupportedOperationException("To be written");
    }
}
