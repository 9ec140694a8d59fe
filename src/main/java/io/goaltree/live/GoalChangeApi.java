package io.goaltree.live;

import io.goaltree.checkin.CheckIn;
import io.goaltree.checkin.CheckInAnswers;
import io.goaltree.cycle.Cycle;
import io.goaltree.cycle.CycleAnswers;
import io.goaltree.edge.Batch;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.keyresult.KeyResultAnswers;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveAnswers;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The door for those who follow goal trees. */
@GraphQLApi
public class GoalChangeApi {
    private static final String FOUND = "found";

    private final LiveGoals live;
    private final CycleAnswers cycles;
    private final ObjectiveAnswers objectives;
    private final KeyResultAnswers keyResults;
    private final CheckInAnswers checkIns;

    GoalChangeApi(
            LiveGoals live,
            CycleAnswers cycles,
            ObjectiveAnswers objectives,
            KeyResultAnswers keyResults,
            CheckInAnswers checkIns) {
        this.live = live;
        this.cycles = cycles;
        this.objectives = objectives;
        this.keyResults = keyResults;
        this.checkIns = checkIns;
    }

    @Subscription
    @NonNull
    public Multi<GoalChange> goalChanged(@NonNull String cycle) {
        UUID id = cycles.find(cycle).orElseThrow(() -> Ids.unknown(Kind.CYCLE, cycle));
        return live.follow(id);
    }

    @Name("cycle")
    @NonNull
    public Cycle cycle(@Source GoalChange change) {
        return Objects.requireNonNull(found(change.siblings().cycles(), cycles::nodesById, change.cycleId()));
    }

    @Name("objective")
    public @Nullable Objective objective(@Source GoalChange change) {
        return found(change.siblings().objectives(), objectives::nodesById, change.objectiveId());
    }

    @Name("keyResult")
    public @Nullable KeyResult keyResult(@Source GoalChange change) {
        return found(change.siblings().keyResults(), keyResults::nodesById, change.keyResultId());
    }

    @Name("checkIn")
    public @Nullable CheckIn checkIn(@Source GoalChange change) {
        return found(change.siblings().checkIns(), checkIns::nodesById, change.checkInId());
    }

    /** Looked up once for all the batch is of. */
    private static <T> @Nullable T found(
            Batch batch, Function<Set<UUID>, Map<UUID, T>> lookUp, @org.jspecify.annotations.Nullable UUID id) {
        return id == null ? null : batch.once(FOUND, lookUp).get(id);
    }
}
