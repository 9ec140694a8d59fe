package io.goaltree.live;

import io.goaltree.change.Change;
import io.goaltree.change.ChangeAction;
import io.goaltree.change.ChangeFeed;
import io.goaltree.change.ChangeListener;
import io.goaltree.edge.BacklogLimit;
import io.goaltree.edge.EventsMissed;
import io.goaltree.kpi.KpiValue;
import io.goaltree.kpi.KpiValueAnswers;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Tells what values were recorded to those who follow their KPIs; looked up once, whoever they are. */
@ApplicationScoped
class LiveValues implements ChangeListener {
    private static final String TABLE = "kpi_value";

    /** What a follower wishes. */
    private interface Wish {
        boolean includes(UUID kpi);
    }

    private final Followers<Wish, KpiValue> followers;
    private final KpiValueAnswers values;

    LiveValues(BacklogLimit limit, KpiValueAnswers values) {
        this.followers = new Followers<>(limit);
        this.values = values;
    }

    void listen(@Observes StartupEvent start, ChangeFeed feed) {
        feed.subscribe(this);
    }

    Multi<KpiValue> followAll() {
        return followers.stream(kpi -> true);
    }

    Multi<KpiValue> follow(Set<UUID> kpis) {
        return followers.stream(Set.copyOf(kpis)::contains);
    }

    @Override
    public void changed(List<Change> changes) {
        try {
            changes.stream()
                    .filter(change -> change.table().equals(TABLE) && change.action() != ChangeAction.REMOVED)
                    .forEach(this::tell);
        } catch (RuntimeException e) {
            missed();
            throw e;
        }
    }

    @Override
    public void missed() {
        followers.fail(new EventsMissed());
    }

    private void tell(Change change) {
        if (followers.isEmpty()) {
            return;
        }
        List<KpiValue> recorded = recorded(change.ids());
        followers.tell(wish ->
                recorded.stream().filter(value -> wish.includes(value.kpiId())).toList());
    }

    /** In the order of the ids, without those that are gone again; at most 1,000, as an event holds no more. */
    private List<KpiValue> recorded(List<UUID> ids) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            Map<UUID, KpiValue> found = values.nodesById(ids);
            return new ArrayList<>(
                    ids.stream().map(found::get).filter(Objects::nonNull).toList());
        } finally {
            request.terminate();
        }
    }
}
