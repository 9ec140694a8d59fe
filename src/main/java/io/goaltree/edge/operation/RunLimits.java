package io.goaltree.edge.operation;

/**
 * How much may run, and how much one run may answer.
 *
 * @param atOnce operations that run at the same time on one replica; further ones wait their turn
 * @param values fields that one run may answer, however long the lists turn out to be
 */
public record RunLimits(int atOnce, long values) {
    public RunLimits {
        if (atOnce < 1 || values < 1) {
            throw new IllegalArgumentException("goaltree.limits.running and goaltree.limits.values must be at least 1");
        }
    }
}
