package io.goaltree.export;

import java.time.Duration;

/**
 * How long changes are gathered before the kept rows of their cycles are brought up to date.
 *
 * @param pause 0 to keep none
 */
public record KeptRowsPause(Duration pause) {
    private static final Duration LONGEST = Duration.ofHours(1);

    public KeptRowsPause {
        if (pause.isNegative() || pause.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "goaltree.bi.pause is " + pause + "; it must be between 0 and " + LONGEST);
        }
    }

    boolean isOff() {
        return pause.isZero();
    }
}
