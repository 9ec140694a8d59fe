package io.goaltree.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * The rules read off the page a second time, in whole numbers and by brute force, to check {@link Behaviours} against.
 * A null is a missing period. One segment; up is better.
 */
record PlainReading(Long[] values, long count, long sum, long ranges, long rangeSum) {

    static PlainReading of(Long[] values, int baselineSize) {
        long count = 0;
        long sum = 0;
        long ranges = 0;
        long rangeSum = 0;
        for (int i = 0; i < values.length && count < baselineSize; i++) {
            if (values[i] != null) {
                count++;
                sum += values[i];
                if (i > 0 && values[i - 1] != null) {
                    ranges++;
                    rangeSum += Math.abs(values[i] - values[i - 1]);
                }
            }
        }
        return new PlainReading(values, count, sum, ranges, rangeSum);
    }

    boolean hasLimits() {
        return count >= 6 && ranges > 0;
    }

    /** The signals as {@link History} writes them, in alphabetical order. */
    TreeSet<String> signals() {
        TreeSet<String> signals = new TreeSet<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null && 100 * Math.abs(deviation(i)) > 266 * rangeSum * count) {
                signals.add(text(SignalRule.OUTSIDE_LIMITS, i, i, deviation(i)));
            }
            if (i > 0
                    && values[i] != null
                    && values[i - 1] != null
                    && 1000 * Math.abs(values[i] - values[i - 1]) * ranges > 3268 * rangeSum) {
                signals.add(text(SignalRule.RANGE_OUTSIDE_LIMIT, i, i, values[i] - values[i - 1]));
            }
        }
        for (int side : new int[] {1, -1}) {
            for (List<Integer> run : chains(8, 8, i -> side * deviation(i) > 0)) {
                signals.add(text(SignalRule.RUN_OF_EIGHT, run.get(0), run.get(run.size() - 1), side));
            }
            long limit = 266 * rangeSum * count * side;
            for (List<Integer> near :
                    chains(4, 3, i -> Math.abs(100 * deviation(i) - limit) < Math.abs(100 * deviation(i)))) {
                signals.add(text(SignalRule.THREE_OF_FOUR, near.get(0), near.get(near.size() - 1), side));
            }
        }
        return signals;
    }

    /** Windows without a gap in which at least {@code least} values fit, those that share a period joined; what fits. */
    private List<List<Integer>> chains(int width, int least, IntPredicate fits) {
        List<List<Integer>> chains = new ArrayList<>();
        int reached = -1;
        for (int start = 0; start + width <= values.length; start++) {
            List<Integer> fitting = new ArrayList<>();
            boolean whole = true;
            for (int i = start; i < start + width; i++) {
                whole = whole && values[i] != null;
                if (whole && fits.test(i)) {
                    fitting.add(i);
                }
            }
            if (whole && fitting.size() >= least) {
                if (start > reached) {
                    chains.add(new ArrayList<>());
                }
                chains.get(chains.size() - 1).addAll(fitting);
                reached = start + width - 1;
            }
        }
        return chains;
    }

    /** How far a value lies above the centre, times both counts. */
    private long deviation(int i) {
        return (values[i] * count - sum) * ranges;
    }

    private static String text(SignalRule rule, int from, int to, long side) {
        return History.text(rule, from + 1, to + 1, side > 0 ? SignalDirection.IMPROVING : SignalDirection.WORSENING);
    }
}
