package io.goaltree.change;

import java.time.Duration;

/** How long, at least, a change can be read after its commit. */
public record ChangeRetention(Duration kept) {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(30);

    public ChangeRetention {
        if (kept.compareTo(LEAST) < 0 || kept.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "Changes are kept for " + kept + "; it must be between " + LEAST + " and " + MOST);
        }
    }
}
