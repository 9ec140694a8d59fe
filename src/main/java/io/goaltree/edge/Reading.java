package io.goaltree.edge;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The instant this thread reads at, while it reads one state of the database.
 *
 * @param journey the way back to that state once this reading is over
 */
public record Reading(Instant instant, Journey journey) {
    private static final ThreadLocal<@Nullable Reading> CURRENT = new ThreadLocal<>();

    /** Reads at an instant of the past, again. */
    @FunctionalInterface
    public interface Journey {
        Object repeat(Supplier<Object> read);

        @SuppressWarnings("unchecked")
        default <T> T read(Supplier<T> read) {
            return (T) repeat(read::get);
        }
    }

    public static @Nullable Reading current() {
        return CURRENT.get();
    }

    /** Runs a read that takes this to be the time. */
    public <T> T during(Supplier<T> read) {
        Reading before = CURRENT.get();
        CURRENT.set(this);
        try {
            return read.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** A clock that stands still at the instant this thread reads at, and goes with another one while it reads at none. */
    public static InstantSource clock(InstantSource source) {
        return () -> {
            Reading reading = CURRENT.get();
            return reading == null ? source.instant() : reading.instant();
        };
    }
}
