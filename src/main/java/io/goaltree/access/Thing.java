package io.goaltree.access;

import java.util.Set;
import java.util.UUID;

/**
 * What a decision has to know of a thing that the caller sees.
 *
 * @param teams that it belongs to
 * @param owners the people whose own it is
 */
public record Thing(Set<UUID> teams, Set<UUID> owners) {
    public Thing {
        teams = Set.copyOf(teams);
        owners = Set.copyOf(owners);
    }
}
