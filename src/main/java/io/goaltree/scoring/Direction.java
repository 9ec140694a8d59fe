package io.goaltree.scoring;

/** Which way is better for a KPI. It names signals as improving or worsening; health looks only at the range. */
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    WITHIN_RANGE
}
