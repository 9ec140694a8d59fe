package io.goaltree.coach;

import io.goaltree.objective.Objective;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The door to findings. */
@GraphQLApi
public class FindingApi {
    private final FindingAnswers findings;

    FindingApi(FindingAnswers findings) {
        this.findings = findings;
    }

    @Query
    @NonNull
    public List<@NonNull Finding> findings(@Nullable String cycle, @Nullable String team, @Nullable Severity severity) {
        return findings.of(cycle, team, severity);
    }

    @Name("findings")
    @NonNull
    public List<@NonNull Finding> findingsOf(@Source Objective objective) {
        return findings.of(objective);
    }
}
