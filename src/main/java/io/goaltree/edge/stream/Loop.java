package io.goaltree.edge.stream;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The event loop of one connection, the way off it to a worker, and back. */
final class Loop {
    private final Vertx vertx;
    private final Context context;

    /** The loop that this is called on. */
    Loop(Vertx vertx) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
    }

    /** Runs it on the loop, from any thread, in the order of the calls. */
    void run(Runnable task) {
        context.runOnContext(any -> task.run());
    }

    /**
     * Does work on a worker, several at once, then goes on upon the loop. Each has a Vert.x context of its own, because
     * Quarkus keeps the CDI request there.
     */
    <T> void work(Callable<T> work, BiConsumer<@Nullable T, @Nullable Throwable> then) {
        VertxContext.createNewDuplicatedContext(context)
                .executeBlocking(work, false)
                .onComplete(done -> run(() -> then.accept(done.result(), done.cause())));
    }

    /** Runs it on the loop after a while; to be called on the loop. */
    Timer after(Duration time, Runnable task) {
        long id = vertx.setTimer(time.toMillis(), any -> task.run());
        return () -> vertx.cancelTimer(id);
    }

    /** Runs it on the loop again and again; to be called on the loop. */
    Timer every(Duration time, Runnable task) {
        long id = vertx.setPeriodic(time.toMillis(), any -> task.run());
        return () -> vertx.cancelTimer(id);
    }

    interface Timer {
        void cancel();
    }
}
