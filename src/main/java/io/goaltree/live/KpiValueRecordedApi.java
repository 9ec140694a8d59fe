package io.goaltree.live;

import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.PageLimits;
import io.goaltree.edge.RequestRefused;
import io.goaltree.kpi.KpiAnswers;
import io.goaltree.kpi.KpiValue;
import io.goaltree.shared.UserErrorCode;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;

/** The door for those who follow the values of KPIs. */
@GraphQLApi
public class KpiValueRecordedApi {
    private final LiveValues live;
    private final KpiAnswers answers;
    private final PageLimits limits;

    KpiValueRecordedApi(LiveValues live, KpiAnswers answers, PageLimits limits) {
        this.live = live;
        this.answers = answers;
        this.limits = limits;
    }

    @Subscription
    @NonNull
    public Multi<KpiValue> kpiValueRecorded(@Nullable List<@NonNull String> kpis) {
        if (kpis == null) {
            return live.followAll();
        }
        if (kpis.isEmpty()) {
            throw new RequestRefused(
                    UserErrorCode.INVALID_VALUE, "kpis is empty; name at least one, or leave it out to follow all");
        }
        if (kpis.size() > limits.most()) {
            throw new RequestRefused(
                    UserErrorCode.TOO_MANY_ITEMS,
                    "kpis has " + kpis.size() + " entries; it may have at most " + limits.most());
        }
        Map<String, UUID> ids = answers.ids(kpis);
        for (String kpi : kpis) {
            if (!ids.containsKey(kpi)) {
                throw Ids.unknown(Kind.KPI, kpi);
            }
        }
        return live.follow(new HashSet<>(ids.values()));
    }
}
