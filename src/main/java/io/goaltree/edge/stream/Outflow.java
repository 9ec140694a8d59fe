package io.goaltree.edge.stream;

import io.vertx.core.streams.WriteStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches how fast the other end reads. While it does not, nobody is to make more for it; and it may not go on so for
 * long. On the event loop only.
 */
final class Outflow {
    private final WriteStream<?> stream;
    private final Loop loop;
    private final Duration slowTime;
    private final Runnable tooSlow;
    private final List<Runnable> waiting = new ArrayList<>();
    private Loop.@Nullable Timer slow;
    private boolean drained;

    /** @param tooSlow called when the stream's queue has been full for all of the slow time */
    Outflow(WriteStream<?> stream, Loop loop, Duration slowTime, Runnable tooSlow) {
        this.stream = stream;
        this.loop = loop;
        this.slowTime = slowTime;
        this.tooSlow = tooSlow;
        stream.drainHandler(any -> drained());
    }

    /** Whether more is waiting to be sent than should; to be asked after each write, for this starts the clock. */
    boolean isFull() {
        if (slow == null && stream.writeQueueFull()) {
            slow = loop.after(slowTime, tooSlow);
        }
        return slow != null;
    }

    /** Goes on as soon as there is room: at once, if there is. */
    void whenDrained(Runnable next) {
        if (isFull()) {
            waiting.add(next);
        } else {
            next.run();
        }
    }

    void close() {
        if (slow != null) {
            slow.cancel();
        }
        waiting.clear();
    }

    /** Whether the other end has read on since this was asked last. */
    boolean drainedSinceAsked() {
        boolean was = drained;
        drained = false;
        return was;
    }

    private void drained() {
        drained = true;
        if (slow != null) {
            slow.cancel();
            slow = null;
        }
        List<Runnable> next = List.copyOf(waiting);
        waiting.clear();
        next.forEach(this::whenDrained);
    }
}
