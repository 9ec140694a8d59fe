package io.goaltree.tree;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The numbers of the goal trees of some cycles at one instant, without the things they are about: enough to sum up and to
 * choose.
 *
 * @param standings of every objective and key result of the rows
 * @param outlines the tree of each cycle
 */
record Survey(Instant asOf, GoalRows rows, Map<UUID, Standing> standings, Map<UUID, Outline> outlines) {

    Standing standing(UUID id) {
        return Objects.requireNonNull(standings.get(id));
    }

    Outline outline(UUID cycle) {
        return Objects.requireNonNull(outlines.get(cycle));
    }
}
