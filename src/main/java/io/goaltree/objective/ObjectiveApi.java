package io.goaltree.objective;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.history.SnapshotService;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to single objectives; lists and trees of them are in {@code tree}, their creation in {@code goal}. */
@GraphQLApi
public class ObjectiveApi {
    private final ObjectiveService objectives;
    private final ObjectiveAnswers answers;
    private final SnapshotService snapshots;

    ObjectiveApi(ObjectiveService objectives, ObjectiveAnswers answers, SnapshotService snapshots) {
        this.objectives = objectives;
        this.answers = answers;
        this.snapshots = snapshots;
    }

    @Query
    public @Nullable Objective objective(@Id @NonNull String id, @Nullable Instant asOf) {
        return Ids.parse(Kind.OBJECTIVE, id)
                .map(uuid -> snapshots.at(
                        asOf,
                        () -> snapshots.read(
                                () -> answers.nodesById(List.of(uuid)).get(uuid))))
                .orElse(null);
    }

    @Guarded
    @Mutation
    @NonNull
    public ObjectivePayload objectiveUpdate(@NonNull ObjectiveUpdateInput input) {
        return ObjectivePayload.of(Attempts.attempt(() -> objectives.update(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public ObjectivePayload objectiveCancel(@NonNull ObjectiveCancelInput input) {
        return ObjectivePayload.of(Attempts.attempt(() -> objectives.cancel(input)));
    }
}
