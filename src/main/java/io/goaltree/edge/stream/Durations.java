package io.goaltree.edge.stream;

import java.time.Duration;

/** What a duration of a setting must be, and how it is said. */
final class Durations {
    private Durations() {}

    static void requirePositive(String setting, Duration duration) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(setting + " is " + duration + "; it must be at least 1 ms");
        }
    }

    /** For a message: "10 seconds", and what is no whole number of them "1500 milliseconds". */
    static String said(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + " seconds" : millis + " milliseconds";
    }
}
