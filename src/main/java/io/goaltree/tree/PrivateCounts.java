package io.goaltree.tree;

/**
 * Whether objectives that a caller does not see count for them, too, in what they contribute to.
 *
 * @param isOn so that everybody is told the same ratio of the same objective
 */
public record PrivateCounts(boolean isOn) {}
