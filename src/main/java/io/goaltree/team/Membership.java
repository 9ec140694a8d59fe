package io.goaltree.team;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where somebody belongs.
 *
 * @param teams the teams that they are members of, and all below them
 */
public record Membership(UUID person, Set<UUID> teams) {

    public Membership {
        teams = Set.copyOf(teams);
    }

    /** @param rows the person and a team, or null for no team, in each */
    static Optional<Membership> of(List<Object[]> rows) {
        return rows.stream()
                .findFirst()
                .map(row -> new Membership(
                        (UUID) row[0],
                        rows.stream()
                                .map(each -> (UUID) each[1])
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())));
    }
}
