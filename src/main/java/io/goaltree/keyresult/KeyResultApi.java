package io.goaltree.keyresult;

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

/** The door to key results and their milestones. */
@GraphQLApi
public class KeyResultApi {
    private final KeyResultService keyResults;
    private final MilestoneService milestones;
    private final ScoreService scores;
    private final KeyResultAnswers answers;
    private final SnapshotService snapshots;

    KeyResultApi(
            KeyResultService keyResults,
            MilestoneService milestones,
            ScoreService scores,
            KeyResultAnswers answers,
            SnapshotService snapshots) {
        this.keyResults = keyResults;
        this.milestones = milestones;
        this.scores = scores;
        this.answers = answers;
        this.snapshots = snapshots;
    }

    @Query
    public @Nullable KeyResult keyResult(@Id @NonNull String id, @Nullable Instant asOf) {
        return Ids.parse(Kind.KEY_RESULT, id)
                .map(uuid -> snapshots.at(
                        asOf,
                        () -> snapshots.read(
                                () -> answers.nodesById(List.of(uuid)).get(uuid))))
                .orElse(null);
    }

    @Guarded
    @Mutation
    @NonNull
    public KeyResultPayload keyResultCreate(@NonNull KeyResultCreateInput input) {
        return KeyResultPayload.of(Attempts.attempt(() -> keyResults.create(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public KeyResultPayload keyResultUpdate(@NonNull KeyResultUpdateInput input) {
        return KeyResultPayload.of(Attempts.attempt(() -> keyResults.update(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public KeyResultPayload keyResultCancel(@NonNull KeyResultCancelInput input) {
        return KeyResultPayload.of(Attempts.attempt(() -> keyResults.cancel(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public KeyResultPayload keyResultScore(@NonNull KeyResultScoreInput input) {
        return KeyResultPayload.of(Attempts.attempt(() -> scores.score(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public KeyResultPayload milestoneMark(@NonNull MilestoneMarkInput input) {
        return KeyResultPayload.of(Attempts.attempt(() -> milestones.mark(input)));
    }
}
