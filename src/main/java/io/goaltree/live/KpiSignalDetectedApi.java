package io.goaltree.live;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.kpi.Kpi;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.team.TeamService;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The door for those who follow what is more than noise. */
@GraphQLApi
public class KpiSignalDetectedApi {
    private static final String FOUND = "found";

    private final LiveSignals live;
    private final TeamService teams;
    private final KpiAnswers kpis;

    KpiSignalDetectedApi(LiveSignals live, TeamService teams, KpiAnswers kpis) {
        this.live = live;
        this.teams = teams;
        this.kpis = kpis;
    }

    @Subscription
    @NonNull
    public Multi<KpiSignalEvent> kpiSignalDetected(@Nullable String team) {
        return team == null
                ? live.followAll()
                : live.follow(teams.find(team).orElseThrow(() -> Ids.unknown(Kind.TEAM, team)));
    }

    @Name("kpi")
    @NonNull
    public Kpi kpi(@Source KpiSignalEvent event) {
        Map<UUID, Kpi> found = event.kpis().once(FOUND, kpis::nodesById);
        return Objects.requireNonNull(found.get(event.kpiId()));
    }
}
