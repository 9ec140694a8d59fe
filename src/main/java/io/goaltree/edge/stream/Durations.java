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

    /** For a message: "10 seconds", and below one second "200 milliseconds". */
    static String said(Duration duration) {
        return duration.toSeconds() > 0 ? duration.toSeconds() + " seconds" : duration.toMillis() + " milliseconds";
    }
}
