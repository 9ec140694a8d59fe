package io.goaltree.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For whom a thread works. What reads the database for a caller sees what the caller sees; a decision sees everything, once
 * it is sure that the caller saw what it is about.
 *
 * @param isWhole whether everything is seen, because a decision is taken or a sum is made
 */
public record Asking(Who who, boolean isWhole) {
    private static final Asking SERVICE = new Asking(Who.SERVICE, true);
    private static final ThreadLocal<@Nullable Asking> CURRENT = new ThreadLocal<>();

    /** For whom this thread works: the service itself, unless somebody asks. */
    public static Asking current() {
        Asking asking = CURRENT.get();
        return asking == null ? SERVICE : asking;
    }

    /** Whether somebody asks. Doors make sure of it, so that none is left open by mistake. */
    public static boolean isKnown() {
        return CURRENT.get() != null;
    }

    /** Works for somebody, who sees what they may see. */
    public static <T> T as(Who who, Supplier<T> work) {
        return during(new Asking(who, !who.isLimited()), work);
    }

    /** Works for the same caller in sight of everything: what must hold for all holds for what they do not see, too. */
    public static <T> T whole(Supplier<T> work) {
        return during(new Asking(current().who(), true), work);
    }

    private static <T> T during(Asking asking, Supplier<T> work) {
        Asking before = CURRENT.get();
        CURRENT.set(asking);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
