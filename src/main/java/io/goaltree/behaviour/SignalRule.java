package io.goaltree.behaviour;

/**
 * What makes values more than noise, from the most to the least telling.
 *
 * <p>Source: product.md 3.3; Wheeler, Understanding Variation, 2nd edition.
 */
public enum SignalRule {
    /** One value beyond a natural limit. */
    OUTSIDE_LIMITS,
    /** Eight or more neighbours on one side of the centre. */
    RUN_OF_EIGHT,
    /** Three or all of four neighbours nearer to the same limit than to the centre. */
    THREE_OF_FOUR,
    /** One step between neighbours beyond the upper range limit; it shows in the later period. */
    RANGE_OUTSIDE_LIMIT
}
