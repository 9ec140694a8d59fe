package io.goaltree.kpi;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The door to what KPIs mean, and from when on they are read afresh. */
@GraphQLApi
public class KpiDefinitionApi {
    private final KpiDefinitionService definitions;
    private final KpiRebaseService rebases;
    private final KpiDefinitionAnswers answers;

    KpiDefinitionApi(KpiDefinitionService definitions, KpiRebaseService rebases, KpiDefinitionAnswers answers) {
        this.definitions = definitions;
        this.rebases = rebases;
        this.answers = answers;
    }

    @NonNull
    public List<@NonNull KpiDefinition> definitions(@Source Kpi kpi) {
        return answers.definitions(kpi);
    }

    public @Nullable Boolean holds(@Source Kpi kpi) {
        return answers.holds(kpi);
    }

    @Guarded
    @Mutation
    @NonNull
    public KpiPayload kpiRedefine(@NonNull KpiRedefineInput input) {
        return KpiPayload.of(Attempts.attempt(() -> definitions.redefine(input)));
    }

    @Guarded
    @Mutation
    @NonNull
    public KpiPayload kpiRebase(@NonNull KpiRebaseInput input) {
        return KpiPayload.of(Attempts.attempt(() -> rebases.rebase(input)));
    }
}
