package io.goaltree.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and what they may.
 *
 * @param kind how they are known
 * @param id the token or, of a person, who is meant by the issuer; empty where nobody in particular asks
 * @param name what people call them: the name of the token, the e-mail address of the person
 * @param rights what they may, as they were given
 * @param person the person of ours that they are; null for tokens, and for people we do not know
 * @param until when they have to show who they are anew; null when never
 */
public record Who(
        Kind kind,
        String id,
        String name,
        Set<Right> rights,
        Reach reach,
        @Nullable UUID person,
        @Nullable Instant until) {

    /** The service itself: work that nobody waits for. */
    public static final Who SERVICE = unnamed(Kind.SERVICE, "goaltree", EnumSet.of(Right.ADMIN), Reach.EVERYWHERE);

    /** Whoever sits at the machine while the service is open on loopback. */
    public static final Who EVERYBODY = unnamed(Kind.EVERYBODY, "everybody", EnumSet.of(Right.ADMIN), Reach.EVERYWHERE);

    /** Somebody who has not said who they are, or could not show it. */
    public static final Who NOBODY = unnamed(Kind.NOBODY, "nobody", Set.of(), Reach.NOWHERE);

    /** How a caller is known. */
    public enum Kind {
        NOBODY,
        EVERYBODY,
        TOKEN,
        PERSON,
        SERVICE
    }

    public Who {
        rights = Set.copyOf(rights);
    }

    private static Who unnamed(Kind kind, String name, Set<Right> rights, Reach reach) {
        return new Who(kind, "", name, rights, reach, null, null);
    }

    /** Whether they may, wherever their reach goes. */
    public boolean may(Right right) {
        return rights.contains(right) || rights.contains(Right.ADMIN);
    }

    /** Whether some of what is private may be hidden from them. */
    public boolean isLimited() {
        return !reach.isEverywhere();
    }

    /** Whether changes are made in their name. */
    public boolean isNamed() {
        return kind == Kind.TOKEN || kind == Kind.PERSON;
    }

    /** What the audit says of their changes: the name, and in brackets what cannot be mistaken. */
    public String signature() {
        return name + " (" + id + ")";
    }

    /** All that an answer may depend on, in words that are the same only for the same. */
    public String words() {
        return kind + " " + id + " " + new java.util.TreeSet<>(rights) + " " + reach.words() + " " + person;
    }
}
