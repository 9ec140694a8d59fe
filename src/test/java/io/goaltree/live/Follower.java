package io.goaltree.live;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Follows a subscription the way a transport does: executes it, subscribes to the stream it gets, and asks for events one
 * by one, or not at all.
 */
final class Follower implements Subscriber<Object>, AutoCloseable {
    private static final long LONGEST_SECONDS = 20;

    private final List<ExecutionResult> events = new ArrayList<>();
    private final List<String> threads = new ArrayList<>();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final boolean isEager;
    private Subscription subscription;
    private Streams.Opened opened;

    private Follower(boolean isEager) {
        this.isEager = isEager;
    }

    /** One who asks for the next event as soon as it has one. */
    static Follower of(Streams streams, String query, Object... variables) {
        return follow(streams, new Follower(true), query, variables);
    }

    /** One who asks for nothing until it is told to. */
    static Follower idle(Streams streams, String query, Object... variables) {
        return follow(streams, new Follower(false), query, variables);
    }

    private static Follower follow(Streams streams, Follower follower, String query, Object... variables) {
        Streams.Opened opened = streams.open(query, variables);
        assertThat(opened.result().getErrors()).isEmpty();
        follower.opened = opened;
        opened.source().subscribe(follower);
        return follower;
    }

    /** The errors of a subscription that is refused. */
    static List<GraphQLError> refused(Streams streams, String query, Object... variables) {
        ExecutionResult result = streams.open(query, variables).result();
        assertThat(result.<Object>getData()).isNull();
        return result.getErrors();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (isEager) {
            given.request(1);
        }
    }

    @Override
    public void onNext(Object event) {
        ExecutionResult answer = opened.answer(event);
        synchronized (this) {
            events.add(answer);
            threads.add(Thread.currentThread().getName());
            notifyAll();
        }
        if (isEager) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable cause) {
        failure.complete(cause);
    }

    @Override
    public void onComplete() {
        failure.complete(null);
    }

    @Override
    public void close() {
        subscription.cancel();
    }

    void request(long count) {
        subscription.request(count);
    }

    /** How it ended. */
    Throwable failure() throws Exception {
        return failure.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    boolean isGoingOn() {
        return !failure.isDone();
    }

    synchronized int count() {
        return events.size();
    }

    synchronized List<String> threads() {
        return List.copyOf(threads);
    }

    /** What the events so far said, waiting until there are as many. */
    synchronized List<Map<String, Object>> told(int count) throws InterruptedException {
        await(count);
        return events.stream().map(Follower::data).toList();
    }

    private void await(int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (events.size() < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            assertThat(left)
                    .as("time left for %s events; so far: %s; end: %s", count, events, failure)
                    .isPositive();
            wait(left);
        }
        assertThat(events).hasSize(count);
    }

    /** The errors of the events so far, waiting until there are as many. */
    synchronized List<GraphQLError> errorsOf(int count) throws InterruptedException {
        await(count);
        return events.stream().flatMap(event -> event.getErrors().stream()).toList();
    }

    private static Map<String, Object> data(ExecutionResult event) {
        assertThat(event.getErrors()).isEmpty();
        Map<String, Map<String, Object>> data = event.getData();
        return data.values().iterator().next();
    }
}
