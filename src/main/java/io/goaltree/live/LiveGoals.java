package io.goaltree.live;

import io.goaltree.change.Change;
import io.goaltree.change.ChangeFeed;
import io.goaltree.change.ChangeListener;
import io.goaltree.edge.BacklogLimit;
import io.goaltree.edge.EventsMissed;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells what has changed in goal trees to those who follow them. */
@ApplicationScoped
class LiveGoals implements ChangeListener {
    private final Followers<UUID, GoalChange> followers;

    LiveGoals(BacklogLimit limit) {
        this.followers = new Followers<>(limit);
    }

    void listen(@Observes StartupEvent start, ChangeFeed feed) {
        feed.subscribe(this);
    }

    Multi<GoalChange> follow(UUID cycle) {
        return followers.stream(cycle);
    }

    @Override
    public void changed(List<Change> changes) {
        if (followers.isEmpty()) {
            return;
        }
        Map<UUID, List<GoalChange>> byCycle = GoalChanges.byCycle(changes);
        followers.tell(cycle -> byCycle.getOrDefault(cycle, List.of()));
    }

    @Override
    public void missed() {
        followers.fail(new EventsMissed());
    }
}
