package io.goaltree.keyresult;

import io.goaltree.edge.Attempts;
import io.goaltree.edge.Guarded;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiPayload;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The door from key results back to the KPIs that fed them. */
@GraphQLApi
public class GraduationApi {
    private final GraduationService service;
    private final Graduations graduations;

    GraduationApi(GraduationService service, Graduations graduations) {
        this.service = service;
        this.graduations = graduations;
    }

    @Guarded
    @Mutation
    @NonNull
    public KpiPayload keyResultGraduate(@NonNull KeyResultGraduateInput input) {
        return KpiPayload.of(Attempts.attempt(() -> service.graduate(input)));
    }

    @Name("graduatedInto")
    public @Nullable Kpi graduatedInto(@Source KeyResult keyResult) {
        return graduations.into(keyResult);
    }

    @Name("graduatedFrom")
    public @Nullable KeyResult graduatedFrom(@Source Kpi kpi) {
        return graduations.from(kpi);
    }
}
