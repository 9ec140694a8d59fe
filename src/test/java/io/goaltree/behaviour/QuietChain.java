package io.goaltree.behaviour;

import java.util.Set;

/**
 * How long a quiet KPI waits for its first false alarm, derived and not simulated: independent standard normal values
 * read against known limits (centre 0, mean moving range 1.128). A Markov chain whose state is the latest value (in
 * cells), the length of the run that it ends and whether each of the two values before was near a limit. What has not
 * yet given a signal is carried from value to value; the wait is the sum of what is left before each value.
 */
final class QuietChain {
    static final double LIMIT = 2.66 * 1.128;
    private static final double RANGE_LIMIT = 3.268 * 1.128;
    private static final int CELLS_TO_HALF_LIMIT = 128;
    private static final double CELL = LIMIT / 2 / CELLS_TO_HALF_LIMIT;
    /** Cells reach to 3 limits, 9 sigma, on either side; a zone is half a limit wide. */
    private static final int CELLS = 12 * CELLS_TO_HALF_LIMIT;

    private static final int CENTRE = CELLS / 2;
    /** The first cells of the four zones: near the lower limit or beyond, below, above, near the upper limit or beyond. */
    private static final int[] ZONES = {0, CENTRE - CELLS_TO_HALF_LIMIT, CENTRE, CENTRE + CELLS_TO_HALF_LIMIT, CELLS};

    private static final int[] NEAR = {-1, 0, 0, 1};
    private static final int STEPS = 200;

    private final Set<SignalRule> rules;
    private final double[] chance = new double[CELLS];

    private QuietChain(Set<SignalRule> rules) {
        this.rules = rules;
        for (int cell = 0; cell < CELLS; cell++) {
            double middle = (cell - CENTRE + 0.5) * CELL;
            boolean outside = rules.contains(SignalRule.OUTSIDE_LIMITS) && Math.abs(middle) > LIMIT;
            chance[cell] = outside ? 0 : below(middle + CELL / 2) - below(middle - CELL / 2);
        }
    }

    /** The mean number of values up to and including the one at which the first of these rules gives a signal. */
    static double meanWait(Set<SignalRule> rules) {
        QuietChain chain = new QuietChain(rules);
        double[][] quiet = new double[7 * 9][];
        quiet[index(1, 0, 0)] = chain.chance.clone();
        double wait = 1;
        double left = sum(quiet);
        for (int step = 2; step <= STEPS; step++) {
            wait += left;
            quiet = chain.next(quiet, step);
            double less = sum(quiet);
            if (step == STEPS) {
                wait += less / (1 - less / left);
            }
            left = less;
        }
        return wait;
    }

    private double[][] next(double[][] quiet, int step) {
        double[][] next = new double[7 * 9][];
        for (int run = 1; run <= 7; run++) {
            for (int before = -1; before <= 1; before++) {
                for (int earlier = -1; earlier <= 1; earlier++) {
                    double[] from = quiet[index(run, before, earlier)];
                    if (from != null) {
                        spread(sums(from), run, before, earlier, next, step);
                    }
                }
            }
        }
        return next;
    }

    private void spread(double[] sums, int run, int before, int earlier, double[][] next, int step) {
        for (int zone = 0; zone < 4; zone++) {
            for (int to = 0; to < 4; to++) {
                int length = zone / 2 != to / 2 || !rules.contains(SignalRule.RUN_OF_EIGHT) ? 1 : run + 1;
                if (length == 8 || threeOfFour(NEAR[to], NEAR[zone], before, earlier, step)) {
                    continue;
                }
                int index = rules.contains(SignalRule.THREE_OF_FOUR)
                        ? index(length, NEAR[zone], before)
                        : index(length, 0, 0);
                next[index] = next[index] == null ? new double[CELLS] : next[index];
                for (int cell = ZONES[to]; cell < ZONES[to + 1]; cell++) {
                    next[index][cell] += chance[cell] * within(sums, zone, cell);
                }
            }
        }
    }

    /** What a zone holds of values from which this cell is no step beyond the range limit. */
    private double within(double[] sums, int zone, int cell) {
        if (!rules.contains(SignalRule.RANGE_OUTSIDE_LIMIT)) {
            return between(sums, zone, 0, CELLS);
        }
        int whole = (int) Math.floor(RANGE_LIMIT / CELL - 0.5);
        double part = RANGE_LIMIT / CELL - 0.5 - whole;
        return (1 - part) * between(sums, zone, cell - whole, cell + whole + 1)
                + part * between(sums, zone, cell - whole - 1, cell + whole + 2);
    }

    private static double between(double[] sums, int zone, int from, int until) {
        int first = Math.max(ZONES[zone], from);
        int end = Math.min(ZONES[zone + 1], until);
        return first < end ? sums[end] - sums[first] : 0;
    }

    private boolean threeOfFour(int a, int b, int c, int d, int step) {
        return rules.contains(SignalRule.THREE_OF_FOUR)
                && step >= 4
                && (near(1, a, b, c, d) >= 3 || near(-1, a, b, c, d) >= 3);
    }

    private static int near(int side, int... values) {
        int near = 0;
        for (int value : values) {
            near += value == side ? 1 : 0;
        }
        return near;
    }

    private static int index(int run, int before, int earlier) {
        return (run - 1) * 9 + (before + 1) * 3 + earlier + 1;
    }

    private static double[] sums(double[] values) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }

    private static double sum(double[][] states) {
        double sum = 0;
        for (double[] state : states) {
            sum += state == null ? 0 : sums(state)[CELLS];
        }
        return sum;
    }

    /** The share of standard normal values below z: Marsaglia's series 1/2 + pdf(z) (z + z^3/3 + z^5/15 + ...). */
    static double below(double z) {
        double sum = z;
        double term = z;
        for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
