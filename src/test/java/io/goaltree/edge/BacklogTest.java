package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Taker taker = new Taker();
    private int starts;
    private int ends;

    private final Backlog<Integer> backlog =
            new BacklogLimit(3).<Integer>backlog(tasks::add).between(() -> starts++, () -> ends++);

    /** Takes what it is given. */
    private static class Taker implements Flow.Subscriber<Integer> {
        final List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
        Flow.Subscription subscription;
        Throwable failure;
        int failures;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(Integer event) {
            taken.add(event);
        }

        @Override
        public void onError(Throwable cause) {
            failure = cause;
            failures++;
        }

        @Override
        public void onComplete() {
            throw new AssertionError("A backlog never completes");
        }
    }

    private void work() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Test
    void as_many_are_served_as_were_asked_for_in_their_order() {
        backlog.subscribe(taker);
        backlog.add(List.of(1, 2, 3));
        work();
        assertThat(taker.taken).isEmpty();
        taker.subscription.request(2);
        work();
        assertThat(taker.taken).containsExactly(1, 2);
        taker.subscription.request(5);
        work();
        backlog.add(List.of(4));
        work();
        assertThat(taker.taken).containsExactly(1, 2, 3, 4);
    }

    @Test
    void who_adds_is_never_the_one_who_serves() {
        backlog.subscribe(taker);
        taker.subscription.request(1);
        backlog.add(List.of(1));
        assertThat(taker.taken).isEmpty();
        assertThat(tasks).hasSize(1);
    }

    @Test
    void what_comes_at_once_is_taken_whole_while_less_than_the_limit_waits() {
        backlog.subscribe(taker);
        backlog.add(List.of(1, 2));
        backlog.add(IntStream.rangeClosed(3, 1_000).boxed().toList());
        taker.subscription.request(Long.MAX_VALUE);
        work();
        assertThat(taker.taken).hasSize(1_000);
        assertThat(taker.failure).isNull();
    }

    @Test
    void when_as_many_as_the_limit_wait_the_next_ends_the_stream_at_once_and_nothing_is_kept() {
        backlog.subscribe(taker);
        backlog.add(List.of(1, 2, 3));
        backlog.add(List.of());
        work();
        assertThat(taker.failure).isNull();
        backlog.add(List.of(4));
        work();
        assertThat(taker.failure)
                .isInstanceOf(SubscriberTooSlow.class)
                .hasMessage("You are too slow: 3 or more events were waiting for you");
        taker.subscription.request(10);
        backlog.add(List.of(5));
        backlog.fail(new EventsMissed());
        work();
        assertThat(taker.taken).isEmpty();
        assertThat(taker.failures).isEqualTo(1);
        assertThat(ends).isEqualTo(1);
    }

    @Test
    void after_a_cancellation_nothing_is_served_and_it_ends_once() {
        backlog.subscribe(taker);
        taker.subscription.request(10);
        backlog.add(List.of(1, 2));
        taker.subscription.cancel();
        taker.subscription.cancel();
        backlog.fail(new EventsMissed());
        work();
        assertThat(taker.taken).isEmpty();
        assertThat(taker.failure).isNull();
        assertThat(List.of(starts, ends)).isEqualTo(List.of(1, 1));
    }

    @Test
    void a_subscriber_that_goes_before_it_began_is_never_counted() {
        backlog.subscribe(new Taker() {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                given.cancel();
            }
        });
        assertThat(List.of(starts, ends)).isEqualTo(List.of(0, 0));
    }

    @Test
    void a_subscriber_that_throws_is_told_and_ends() {
        Taker throwing = new Taker() {
            @Override
            public void onNext(Integer event) {
                throw new IllegalStateException("Thrown by a test");
            }
        };
        backlog.subscribe(throwing);
        throwing.subscription.request(2);
        backlog.add(List.of(1, 2));
        work();
        assertThat(throwing.failure).isInstanceOf(IllegalStateException.class);
        assertThat(ends).isEqualTo(1);
    }

    @Test
    void asking_for_nothing_is_a_mistake() {
        backlog.subscribe(taker);
        taker.subscription.request(0);
        work();
        assertThat(taker.failure).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void there_is_one_subscriber() {
        backlog.subscribe(taker);
        assertThatThrownBy(() -> backlog.subscribe(new Taker())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void when_the_service_stops_the_stream_is_over() {
        Backlog<Integer> stopping = new BacklogLimit(3).backlog(task -> {
            throw new RejectedExecutionException("Stopping");
        });
        stopping.subscribe(taker);
        taker.subscription.request(1);
        stopping.add(List.of(1));
        stopping.add(List.of(2));
        assertThat(taker.taken).isEmpty();
    }

    @Test
    void limits_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new BacklogLimit(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BacklogLimit(100_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void many_threads_lose_nothing_and_never_serve_side_by_side() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(4);
        ExecutorService adding = Executors.newFixedThreadPool(4);
        try {
            Backlog<Integer> busy = new BacklogLimit(100_000).backlog(workers);
            Taker asking = new Taker() {
                private boolean isInside;

                @Override
                public void onNext(Integer event) {
                    assertThat(isInside).isFalse();
                    isInside = true;
                    taken.add(event);
                    isInside = false;
                    subscription.request(1);
                }
            };
            busy.subscribe(asking);
            asking.subscription.request(1);
            for (int part = 0; part < 4; part++) {
                int first = part * 5_000;
                adding.execute(() -> IntStream.range(first, first + 5_000).forEach(event -> busy.add(List.of(event))));
            }
            adding.shutdown();
            assertThat(adding.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            workers.submit(() -> {}).get();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (asking.taken.size() < 20_000 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(asking.taken).hasSize(20_000).doesNotHaveDuplicates();
            assertThat(asking.failure).isNull();
        } finally {
            workers.shutdownNow();
        }
    }
}
