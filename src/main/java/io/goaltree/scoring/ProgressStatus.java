package io.goaltree.scoring;

/**
 * Where a key result or an objective stands. {@link Pace} decides all of them but CANCELLED, which is a fact about the
 * thing and not about its numbers.
 *
 * <p>Source: product.md 2.3.
 */
public enum ProgressStatus {
    NOT_STARTED,
    NOT_MEASURED,
    ON_TRACK,
    BEHIND,
    AT_RISK,
    ACHIEVED,
    CANCELLED
}
