package io.goaltree.carry;

import io.goaltree.edge.UserError;
import io.goaltree.objective.Objective;
import io.goaltree.shared.Outcome;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

@DefaultNonNull
public record ObjectiveCarryOverPayload(List<@NonNull Objective> objectives, List<@NonNull UserError> userErrors) {

    static ObjectiveCarryOverPayload of(Outcome<List<Objective>> outcome) {
        return outcome.fold(
                objectives -> new ObjectiveCarryOverPayload(objectives, List.of()),
                problems -> new ObjectiveCarryOverPayload(List.of(), UserError.of(problems)));
    }
}
