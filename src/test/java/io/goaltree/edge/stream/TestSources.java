package io.goaltree.edge.stream;

import io.goaltree.edge.Node;
import io.goaltree.edge.NodeApi;
import io.goaltree.edge.RequestRefused;
import io.goaltree.edge.SubscriberTooSlow;
import io.goaltree.shared.UserErrorCode;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The streams behind the subscriptions of {@link TestSchema}; counts who listens. */
@ApplicationScoped
@Unremovable
public class TestSources {
    static final int HUGE_ITEMS = 100_000;
    static final int HUGE_ITEM_CHARACTERS = 65_536;

    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger hugeItems = new AtomicInteger();
    private final List<MultiEmitter<? super Tick>> open = new CopyOnWriteArrayList<>();
    private final List<String> nodeIds = new CopyOnWriteArrayList<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile CountDownLatch stuck = new CountDownLatch(1);

    @Inject
    NodeApi nodes;

    /** How many subscriptions are listening. */
    int active() {
        return active.get();
    }

    /** How many items of the huge streams were asked for. */
    int hugeItems() {
        return hugeItems.get();
    }

    /** Sends a tick to every open stream. */
    void emit(Tick tick) {
        open.forEach(emitter -> emitter.emit(tick));
    }

    void emitNode(String id) {
        nodeIds.add(id);
        emit(new Tick(nodeIds.size() - 1, id));
    }

    /** How many fields {@code stuck} are being answered. */
    int waiting() {
        return waiting.get();
    }

    void endStuck() {
        CountDownLatch ended = stuck;
        stuck = new CountDownLatch(1);
        ended.countDown();
    }

    public Multi<Tick> ticks() {
        return counted(Multi.createFrom().range(1, 4).map(number -> new Tick(number, "tick " + number)));
    }

    /** Never ends by itself. */
    public Multi<Tick> open() {
        return Multi.createFrom().emitter(emitter -> {
            MultiEmitter<? super Tick> listed = emitter.onTermination(() -> {
                open.remove(emitter);
                active.decrementAndGet();
            });
            open.add(emitter);
            // Counted once it is listed: what is emitted after that reaches it.
            active.incrementAndGet();
            if (listed.isCancelled()) {
                open.remove(emitter);
            }
        });
    }

    public Multi<Tick> failing() {
        return counted(Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().range(1, 3).map(number -> new Tick(number, "tick " + number)),
                        Multi.createFrom().failure(new IllegalStateException("secret detail"))));
    }

    public Multi<Tick> overflowing() {
        return counted(Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(new Tick(1, "tick 1")),
                        Multi.createFrom().failure(new SubscriberTooSlow(5))));
    }

    public Multi<Tick> refused() {
        throw new RequestRefused(UserErrorCode.INVALID_VALUE, "There is no such cycle");
    }

    public Multi<Tick> broken() {
        throw new IllegalStateException("secret detail");
    }

    public Multi<Tick> huge() {
        String text = "x".repeat(HUGE_ITEM_CHARACTERS);
        return counted(Multi.createFrom().range(0, HUGE_ITEMS).map(number -> {
            hugeItems.incrementAndGet();
            return new Tick(number, text);
        }));
    }

    /** The nodes whose ids the test emits. */
    public Multi<Node> nodes() {
        return open().map(tick -> nodes.node(tick.text()));
    }

    /** Blocks until {@link #endStuck}. */
    public String stuck() throws InterruptedException {
        waiting.incrementAndGet();
        try {
            stuck.await(60, TimeUnit.SECONDS);
        } finally {
            waiting.decrementAndGet();
        }
        return "done";
    }

    private <T> Multi<T> counted(Multi<T> stream) {
        return stream.onSubscription()
                .invoke(active::incrementAndGet)
                .onTermination()
                .invoke(active::decrementAndGet);
    }
}
