package io.goaltree.tree;

import io.goaltree.cycle.CyclePayload;
import io.goaltree.edge.Attempts;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveState;
import io.goaltree.tree.GoalRows.FrozenRow;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The door to closing cycles, and what that adds to objectives and key results. */
@GraphQLApi
public class ClosingApi {
    private final ClosingService closing;
    private final GoalTreeService trees;

    ClosingApi(ClosingService closing, GoalTreeService trees) {
        this.closing = closing;
        this.trees = trees;
    }

    @Mutation
    @NonNull
    public CyclePayload cycleClose(@NonNull CycleCloseInput input) {
        return CyclePayload.of(Attempts.attempt(() -> closing.close(input)));
    }

    @Mutation
    @NonNull
    public CyclePayload cycleReopen(@NonNull CycleReopenInput input) {
        return CyclePayload.of(Attempts.attempt(() -> closing.reopen(input)));
    }

    @Name("score")
    public @Nullable Double score(@Source Objective objective) {
        FrozenRow frozen = frozen(objective);
        return frozen == null ? null : Progress.rounded(frozen.score());
    }

    @Name("outcome")
    public @Nullable ObjectiveOutcome outcome(@Source Objective objective) {
        FrozenRow frozen = frozen(objective);
        return frozen == null || frozen.outcome() == null ? null : ObjectiveOutcome.of(frozen.outcome());
    }

    @Name("score")
    public @Nullable Double keyResultScore(@Source KeyResult keyResult) {
        if (keyResult.state() == ObjectiveState.CLOSED) {
            FrozenRow frozen = GoalTreeService.of(keyResult.objective(), trees).frozen(GoalTreeService.uuid(keyResult));
            return frozen == null ? null : Progress.rounded(frozen.score());
        }
        return keyResult.state() == ObjectiveState.CANCELLED ? null : Progress.rounded(keyResult.givenScore());
    }

    /** Only what is closed has something frozen: for the rest no tree needs to be loaded. */
    private @Nullable FrozenRow frozen(Objective objective) {
        return objective.state() == ObjectiveState.CLOSED
                ? GoalTreeService.of(objective, trees).frozen(GoalTreeService.uuid(objective))
                : null;
    }
}
