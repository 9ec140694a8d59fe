package io.goaltree.live;

import io.goaltree.edge.Backlog;
import io.goaltree.edge.BacklogLimit;
import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who follows something on this replica, each with a backlog of its own.
 *
 * @param <W> what they wish to follow
 * @param <T> what they are told
 */
final class Followers<W, T> {
    private final Map<Backlog<T>, W> wishes = new ConcurrentHashMap<>();
    private final BacklogLimit limit;

    Followers(BacklogLimit limit) {
        this.limit = limit;
    }

    /** The stream of one follower, who counts from when it subscribes until it has gone. */
    Multi<T> stream(W wish) {
        Backlog<T> backlog = limit.backlog(Arc.container().getExecutorService());
        backlog.between(() -> wishes.put(backlog, wish), () -> wishes.remove(backlog));
        return Multi.createFrom().publisher(backlog);
    }

    boolean isEmpty() {
        return wishes.isEmpty();
    }

    interface Choice<W, T> {
        List<T> of(W wish);
    }

    /** Tells everybody what is theirs; nobody waits for anybody. */
    void tell(Choice<W, T> choice) {
        wishes.forEach((backlog, wish) -> backlog.add(choice.of(wish)));
    }

    void fail(RuntimeException cause) {
        wishes.keySet().forEach(backlog -> backlog.fail(cause));
    }
}
