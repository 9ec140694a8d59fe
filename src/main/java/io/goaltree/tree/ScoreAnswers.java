package io.goaltree.tree;

import io.goaltree.keyresult.KeyResult;
import io.goaltree.objective.Objective;
import io.goaltree.objective.ObjectiveState;
import io.goaltree.tree.GoalRows.FrozenRow;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Says what objectives and key results scored; only what is closed has something frozen, for the rest no tree is loaded. */
@ApplicationScoped
class ScoreAnswers {
    private final GoalTreeService trees;

    ScoreAnswers(GoalTreeService trees) {
        this.trees = trees;
    }

    @Nullable
    Double of(Objective objective) {
        FrozenRow frozen = frozen(objective);
        return frozen == null ? null : Progress.rounded(frozen.score());
    }

    @Nullable
    ObjectiveOutcome outcomeOf(Objective objective) {
        FrozenRow frozen = frozen(objective);
        return frozen == null || frozen.outcome() == null ? null : ObjectiveOutcome.of(frozen.outcome());
    }

    @Nullable
    Double of(KeyResult keyResult) {
        if (keyResult.state() == ObjectiveState.CLOSED) {
            FrozenRow frozen = GoalTreeService.of(keyResult.objective(), trees).frozen(GoalTreeService.uuid(keyResult));
            return frozen == null ? null : Progress.rounded(frozen.score());
        }
        return keyResult.state() == ObjectiveState.CANCELLED ? null : Progress.rounded(keyResult.givenScore());
    }

    private @Nullable FrozenRow frozen(Objective objective) {
        return objective.state() == ObjectiveState.CLOSED
                ? GoalTreeService.of(objective, trees).frozen(GoalTreeService.uuid(objective))
                : null;
    }
}
