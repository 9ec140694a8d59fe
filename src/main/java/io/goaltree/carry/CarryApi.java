package io.goaltree.carry;

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

/** The door to carrying objectives over, and to what was carried over. */
@GraphQLApi
public class CarryApi {
    private final CarryService carry;
    private final LineageAnswers lineage;

    CarryApi(CarryService carry, LineageAnswers lineage) {
        this.carry = carry;
        this.lineage = lineage;
    }

    @Guarded
    @Mutation
    @NonNull
    public ObjectiveCarryOverPayload objectiveCarryOver(@NonNull ObjectiveCarryOverInput input) {
        return ObjectiveCarryOverPayload.of(Attempts.attempt(() -> carry.carryOver(input)));
    }

    @Name("carriedFrom")
    public @Nullable Objective objectiveCarriedFrom(@Source Objective objective) {
        return lineage.carriedFrom(objective);
    }

    @Name("carriedFrom")
    public @Nullable KeyResult keyResultCarriedFrom(@Source KeyResult keyResult) {
        return lineage.carriedFrom(keyResult);
    }
}
