package io.goaltree.edge;

import io.goaltree.access.Asking;
import io.goaltree.access.Who;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers that were loaded together. A field of one of them loads for all of them at once and keeps the result here,
 * so that the number of statements does not depend on how many siblings ask. What was loaded as of a past instant loads its
 * fields as of that instant too.
 */
public final class Batch {
    /** A question of somebody who may not see everything. */
    private record Seen(Object question, Who by) {}

    private final Set<UUID> ids;
    private final Map<Object, Object> loaded = new HashMap<>();
    private final @Nullable Reading reading;

    public Batch(Collection<UUID> ids) {
        this.ids = Set.copyOf(ids);
        this.reading = Reading.current();
    }

    public Set<UUID> ids() {
        return ids;
    }

    /** Puts an answer that is already known under its question. */
    public synchronized void know(Object question, Object answer) {
        loaded.put(seenBy(question), answer);
    }

    /**
     * The answer to a question about all siblings; asked of {@code load} once.
     *
     * @param question equal questions share one answer: a record of the field's name and its arguments
     */
    @SuppressWarnings("unchecked")
    public synchronized <T> T once(Object question, Function<Set<UUID>, T> load) {
        Object key = seenBy(question);
        Object known = loaded.get(key);
        if (known == null) {
            known = read(() -> load.apply(ids));
            loaded.put(key, known);
        }
        return (T) known;
    }

    /** Those who follow one event share what is loaded for it only as far as they see the same. */
    private static Object seenBy(Object question) {
        Asking asking = Asking.current();
        return asking.isWhole() ? question : new Seen(question, asking.who());
    }

    /** Loads more that belongs to these answers, as of the instant they are of. */
    public <T> T read(Supplier<T> load) {
        return reading == null ? load.get() : reading.journey().read(load);
    }

    /** The instant these answers are of; null when they were read outside of a snapshot. */
    public @Nullable Instant asOf() {
        return reading == null ? null : reading.instant();
    }
}
