package io.goaltree.tree;

import io.goaltree.cycle.CyclePayload;
import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.objective.Objective;
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
    private final ScoreAnswers scores;

    ClosingApi(ClosingService closing, ScoreAnswers scores) {
        this.closing = closing;
        this.scores = scores;
    }

    @Guarded
    @Mutation
    @NonNull
    public CyclePayload cycleClose(@NonNull CycleCloseInput input) {
        return CyclePayload.of(Attempts.attempt(() -> closing.close(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public CyclePayload cycleReopen(@NonNull CycleReopenInput input) {
        return CyclePayload.of(Attempts.attempt(() -> closing.reopen(input)));
    }

    @Name("score")
    public @Nullable Double score(@Source Objective objective) {
        return scores.of(objective);
    }

    @Name("outcome")
    public @Nullable ObjectiveOutcome outcome(@Source Objective objective) {
        return scores.outcomeOf(objective);
    }

    @Name("score")
    public @Nullable Double keyResultScore(@Source KeyResult keyResult) {
        return scores.of(keyResult);
    }
}
