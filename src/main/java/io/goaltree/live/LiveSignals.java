package io.goaltree.live;

import io.goaltree.change.Change;
import io.goaltree.change.ChangeAction;
import io.goaltree.change.ChangeFeed;
import io.goaltree.change.ChangeListener;
import io.goaltree.edge.BacklogLimit;
import io.goaltree.edge.Batch;
import io.goaltree.edge.EventsMissed;
import io.goaltree.kpi.DetectedSignal;
import io.goaltree.kpi.KeptBehaviours;
import io.goaltree.kpi.KpiSignal;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells new signals to those who follow them; looked up once, whoever they are. */
@ApplicationScoped
class LiveSignals implements ChangeListener {
    private static final String TABLE = "kpi_signal";

    private final Followers<Predicate<DetectedSignal>, KpiSignalEvent> followers;
    private final KeptBehaviours behaviours;

    LiveSignals(BacklogLimit limit, KeptBehaviours behaviours) {
        this.followers = new Followers<>(limit);
        this.behaviours = behaviours;
    }

    void listen(@Observes StartupEvent start, ChangeFeed feed) {
        feed.subscribe(this);
    }

    Multi<KpiSignalEvent> followAll() {
        return followers.stream(signal -> true);
    }

    Multi<KpiSignalEvent> follow(UUID team) {
        return followers.stream(signal -> team.equals(signal.team()));
    }

    @Override
    public void changed(List<Change> changes) {
        try {
            changes.stream()
                    .filter(change -> change.table().equals(TABLE) && change.action() == ChangeAction.CREATED)
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
        List<DetectedSignal> detected = detected(change.ids());
        Batch kpis = new Batch(detected.stream().map(DetectedSignal::kpi).toList());
        followers.tell(wish -> detected.stream()
                .filter(wish)
                .map(it -> new KpiSignalEvent(KpiSignal.of(it.signal()), it.at(), it.kpi(), kpis))
                .toList());
    }

    /** In the order of the ids; at most 1,000, as an event holds no more. */
    private List<DetectedSignal> detected(List<UUID> ids) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            Map<UUID, DetectedSignal> found = behaviours.detected(ids);
            return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
        } finally {
            request.terminate();
        }
    }
}
