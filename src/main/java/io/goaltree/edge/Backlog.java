package io.goaltree.edge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one subscriber. Whoever adds to it never waits; the subscriber is served on another thread, one event at
 * a time and no more than it asked for. One that does not keep up is cut off at once with {@link SubscriberTooSlow}.
 */
public final class Backlog<T> implements Flow.Publisher<T>, Flow.Subscription {
    private final int limit;
    private final Executor executor;
    private final Deque<T> waiting = new ArrayDeque<>();
    private Runnable onStart = () -> {};
    private Runnable onEnd = () -> {};
    private Flow.@Nullable Subscriber<? super T> subscriber;
    private @Nullable Throwable failure;
    private long wanted;
    private boolean isStarted;
    private boolean isServing;
    private boolean isOver;

    Backlog(int limit, Executor executor) {
        this.limit = limit;
        this.executor = executor;
    }

    /** What to do when the subscriber comes, and when it has gone, for whatever reason. */
    public Backlog<T> between(Runnable start, Runnable end) {
        onStart = start;
        onEnd = end;
        return this;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> newSubscriber) {
        synchronized (this) {
            if (subscriber != null) {
                throw new IllegalStateException("A backlog has one subscriber");
            }
            subscriber = newSubscriber;
        }
        newSubscriber.onSubscribe(this);
        synchronized (this) {
            if (!isOver) { // it may have gone already
                isStarted = true;
                onStart.run();
            }
        }
    }

    /** Adds events that belong together: all or, when too many wait already, none. */
    public synchronized void add(List<? extends T> events) {
        if (isOver || failure != null || events.isEmpty()) {
            return;
        }
        if (waiting.size() >= limit) {
            fail(new SubscriberTooSlow(limit));
            return;
        }
        waiting.addAll(events);
        serveSoon();
    }

    /** Ends the stream without what is waiting. */
    public synchronized void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
            waiting.clear();
            serveSoon();
        }
    }

    @Override
    public synchronized void request(long events) {
        if (events < 1) {
            fail(new IllegalArgumentException("Asked for " + events + " events; it must be 1 or more"));
            return;
        }
        wanted = wanted + events < 0 ? Long.MAX_VALUE : wanted + events;
        serveSoon();
    }

    @Override
    public synchronized void cancel() {
        if (isOver) {
            return;
        }
        isOver = true;
        waiting.clear();
        if (isStarted) {
            onEnd.run();
        }
    }

    private void serveSoon() {
        boolean isWork = failure != null || (wanted > 0 && !waiting.isEmpty());
        if (!isWork || isServing || isOver) {
            return;
        }
        isServing = true;
        try {
            executor.execute(this::serve);
        } catch (RejectedExecutionException e) {
            cancel(); // the service is stopping
        }
    }

    private void serve() {
        Flow.Subscriber<? super T> served = Objects.requireNonNull(subscriber);
        try {
            for (T event = next(); event != null; event = next()) {
                served.onNext(event);
            }
        } catch (RuntimeException e) {
            Faults.incident("a subscription", e);
            fail(e);
        }
        Throwable cause = failureToTell();
        if (cause != null) {
            served.onError(cause);
        }
    }

    /** The event to be served now, null when there is nothing to do or the stream has failed. */
    private synchronized @Nullable T next() {
        if (failure != null) {
            return null;
        }
        if (isOver || wanted == 0 || waiting.isEmpty()) {
            isServing = false;
            return null;
        }
        wanted = wanted == Long.MAX_VALUE ? wanted : wanted - 1;
        return waiting.remove();
    }

    private synchronized @Nullable Throwable failureToTell() {
        if (!isServing || isOver) {
            return null;
        }
        cancel();
        return failure;
    }
}
