package io.goaltree.goal;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.objective.ObjectivePayload;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** The door to creating objectives and aligning them. */
@GraphQLApi
public class GoalApi {
    private final GoalService goals;

    GoalApi(GoalService goals) {
        this.goals = goals;
    }

    @Guarded
    @Mutation
    @NonNull
    public ObjectivePayload objectiveCreate(@NonNull ObjectiveCreateInput input) {
        return ObjectivePayload.of(Attempts.attempt(() -> goals.create(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public ObjectivePayload objectiveAlign(@NonNull ObjectiveAlignInput input) {
        return ObjectivePayload.of(Attempts.attempt(() -> goals.align(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public ObjectivePayload objectiveUnalign(@NonNull ObjectiveUnalignInput input) {
        return ObjectivePayload.of(Attempts.attempt(() -> goals.unalign(input)));
    }
}
