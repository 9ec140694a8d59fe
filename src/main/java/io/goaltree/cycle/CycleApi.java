package io.goaltree.cycle;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Pages;
import io.goaltree.edge.Singles;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The door to cycles. */
@GraphQLApi
public class CycleApi {
    private final CycleService cycles;
    private final CycleLifeService lives;
    private final CycleAnswers answers;
    private final Pages pages;

    CycleApi(CycleService cycles, CycleLifeService lives, CycleAnswers answers, Pages pages) {
        this.cycles = cycles;
        this.lives = lives;
        this.answers = answers;
        this.pages = pages;
    }

    @Query
    public @Nullable Cycle cycle(@Id @Nullable String id, @Nullable String key) {
        return answers.find(Singles.idOrKey("cycle", id, key)).map(answers::one).orElse(null);
    }

    @Query
    public @Nullable Cycle currentCycle(@Nullable LocalDate on) {
        return answers.activeOn(on).orElse(null);
    }

    @Query
    @NonNull
    public CycleConnection cycles(
            @Nullable CycleState state,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        PageRequest page = pages.read("cycles state=" + state, first, after, last, before);
        return answers.page(state, page)
                .connect(
                        cycle -> pages.cursor(page, CycleAnswers.position(cycle)),
                        CycleEdge::new,
                        CycleConnection::new);
    }

    @Guarded
    @Mutation
    @NonNull
    public CyclePayload cycleCreate(@NonNull CycleCreateInput input) {
        return CyclePayload.of(Attempts.attempt(() -> cycles.create(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public CyclePayload cycleUpdate(@NonNull CycleUpdateInput input) {
        return CyclePayload.of(Attempts.attempt(() -> cycles.update(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public CyclePayload cycleStart(@NonNull CycleStateInput input) {
        return CyclePayload.of(Attempts.attempt(() -> cycles.start(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public CyclePayload cycleBeginClosing(@NonNull CycleStateInput input) {
        return CyclePayload.of(Attempts.attempt(() -> lives.beginClosing(input)));
    }
}
