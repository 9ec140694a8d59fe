package io.goaltree.access;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How far the rights of a caller go.
 *
 * @param isEverywhere whether they go everywhere, also to what belongs to no team
 * @param teams where they go otherwise: some teams and all below them, as the tree of teams is now
 */
public record Reach(boolean isEverywhere, Set<UUID> teams) {
    public static final Reach EVERYWHERE = new Reach(true, Set.of());
    public static final Reach NOWHERE = new Reach(false, Set.of());

    public Reach {
        teams = Set.copyOf(teams);
    }

    public static Reach of(Set<UUID> teams) {
        return new Reach(false, teams);
    }

    /** Whether it holds what belongs to all of these teams; what belongs to none is held by everywhere only. */
    public boolean holds(Set<UUID> owners) {
        return isEverywhere || (!owners.isEmpty() && teams.containsAll(owners));
    }

    /** The same words for the same reach. */
    String words() {
        return isEverywhere ? "everywhere" : new TreeSet<>(teams).toString();
    }
}
