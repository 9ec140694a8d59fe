package io.goaltree.tree;

import io.goaltree.scoring.GoalOutcome;
import org.eclipse.microprofile.graphql.Enum;

/** {@link GoalOutcome} under the name that callers know; the ground floor knows nothing of GraphQL. */
@Enum("Outcome")
public enum ObjectiveOutcome {
    ACHIEVED,
    PROGRESSED,
    MISSED;

    static ObjectiveOutcome of(GoalOutcome outcome) {
        return valueOf(outcome.name());
    }
}
