package io.goaltree.live;

import io.goaltree.change.ChangeAction;
import io.goaltree.edge.Batch;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Ignore;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction did to one thing in a goal tree. The things themselves are looked up when they are asked for, once
 * for all changes told together and all who follow them.
 *
 * @param concerned of each row that was changed, the objectives that it belongs to or links; none when it is the cycle
 */
@DefaultNonNull
public record GoalChange(
        Instant at,
        ChangeAction action,
        GoalSubject subject,
        @Ignore UUID cycleId,
        @Ignore @Nullable UUID objectiveId,
        @Ignore @Nullable UUID keyResultId,
        @Ignore @Nullable UUID checkInId,
        @Ignore Set<Set<UUID>> concerned,
        @Ignore Siblings siblings) {

    /** Everything that the changes told together are about. */
    record Siblings(Batch cycles, Batch objectives, Batch keyResults, Batch checkIns) {}
}
