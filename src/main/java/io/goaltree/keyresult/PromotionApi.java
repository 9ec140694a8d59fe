package io.goaltree.keyresult;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.kpi.Kpi;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The door between KPIs and the key results they feed. */
@GraphQLApi
public class PromotionApi {
    private final PromotionService promotions;
    private final FedByKpi fed;

    PromotionApi(PromotionService promotions, FedByKpi fed) {
        this.promotions = promotions;
        this.fed = fed;
    }

    @Guarded
    @Mutation
    @NonNull
    public KeyResultPayload kpiPromote(@NonNull KpiPromoteInput input) {
        return KeyResultPayload.of(Attempts.attempt(() -> promotions.promote(input)));
    }

    @Name("kpi")
    public @Nullable Kpi kpi(@Source KeyResult keyResult) {
        return fed.kpiOf(keyResult);
    }

    @Name("keyResults")
    @NonNull
    public List<@NonNull KeyResult> keyResults(@Source Kpi kpi) {
        return fed.keyResultsOf(kpi);
    }
}
