package io.goaltree.tree;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.goal.Alignment;
import io.goaltree.keyresult.KeyResult;
import io.goaltree.objective.Objective;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The door to goal trees, and what a tree adds to the objectives and key results in it. */
@GraphQLApi
public class GoalTreeApi {
    private final GoalTreeService trees;

    GoalTreeApi(GoalTreeService trees) {
        this.trees = trees;
    }

    @Query
    public @Nullable GoalTree goalTree(@NonNull String cycle, @Nullable String team, @Nullable Instant asOf) {
        return trees.tree(cycle, team, asOf).orElse(null);
    }

    @Name("depth")
    public int depth(@Source Objective objective) {
        return forest(objective)
                .depth(
                        GoalTreeService.uuid(objective),
                        Ids.uuid(Kind.CYCLE, objective.cycle().id()));
    }

    @Name("progress")
    @NonNull
    public Progress progress(@Source Objective objective) {
        return Progress.of(forest(objective).standing(GoalTreeService.uuid(objective)));
    }

    @Name("keyResults")
    @NonNull
    public List<@NonNull KeyResult> keyResults(@Source Objective objective) {
        return forest(objective).keyResultsOf(GoalTreeService.uuid(objective));
    }

    @Name("children")
    @NonNull
    public List<@NonNull Objective> children(@Source Objective objective) {
        return forest(objective).childrenOf(GoalTreeService.uuid(objective));
    }

    @Name("parents")
    @NonNull
    public List<@NonNull Alignment> parents(@Source Objective objective) {
        return forest(objective).alignmentsUp(GoalTreeService.uuid(objective));
    }

    @Name("progress")
    @NonNull
    public Progress keyResultProgress(@Source KeyResult keyResult) {
        return Progress.of(forest(keyResult).standing(GoalTreeService.uuid(keyResult)));
    }

    @Name("earned")
    public @Nullable Double earned(@Source KeyResult keyResult) {
        return Progress.rounded(
                forest(keyResult).standing(GoalTreeService.uuid(keyResult)).earned());
    }

    @Name("current")
    public @Nullable BigDecimal current(@Source KeyResult keyResult) {
        GoalRows.CurrentRow current = forest(keyResult).current(GoalTreeService.uuid(keyResult));
        return current == null ? null : current.value();
    }

    @Name("confidence")
    public @Nullable Double confidence(@Source KeyResult keyResult) {
        GoalRows.CurrentRow current = forest(keyResult).current(GoalTreeService.uuid(keyResult));
        return current == null ? null : current.confidence();
    }

    @Name("alignments")
    @NonNull
    public List<@NonNull Alignment> alignments(@Source KeyResult keyResult) {
        return forest(keyResult).alignmentsTo(GoalTreeService.uuid(keyResult));
    }

    private Forest forest(Objective objective) {
        return GoalTreeService.of(objective, trees);
    }

    private Forest forest(KeyResult keyResult) {
        return GoalTreeService.of(keyResult.objective(), trees);
    }
}
