package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private record Question(String field, int first) {}

    private final Batch batch = new Batch(List.of(ONE, TWO));
    private final AtomicInteger loads = new AtomicInteger();

    @Test
    void a_question_is_asked_once_for_all_siblings() {
        assertThat(batch.<Set<UUID>>once(new Question("checkIns", 5), this::load))
                .containsExactlyInAnyOrder(ONE, TWO);
        assertThat(batch.<Set<UUID>>once(new Question("checkIns", 5), this::load))
                .containsExactlyInAnyOrder(ONE, TWO);
        assertThat(loads).hasValue(1);
    }

    @Test
    void other_arguments_are_another_question() {
        batch.once(new Question("checkIns", 5), this::load);
        batch.once(new Question("checkIns", 6), this::load);
        batch.once(new Question("children", 5), this::load);

        assertThat(loads).hasValue(3);
    }

    @Test
    void what_is_known_is_not_asked() {
        batch.know("progress", "half");

        assertThat(batch.<String>once("progress", ids -> "loaded")).isEqualTo("half");
    }

    @Test
    void a_failed_answer_is_not_kept() {
        assertThatThrownBy(() -> batch.once("progress", ids -> {
                    throw new IllegalStateException("no database");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no database");
        assertThat(batch.<String>once("progress", ids -> "loaded")).isEqualTo("loaded");
    }

    @Test
    void a_batch_keeps_the_siblings_it_was_made_of() {
        Set<UUID> given = new HashSet<>(Set.of(ONE));
        Batch own = new Batch(given);
        given.add(TWO);

        assertThat(own.ids()).containsExactly(ONE);
        assertThat(new Batch(List.of(ONE, ONE)).ids()).containsExactly(ONE);
    }

    @Test
    void siblings_that_ask_at_the_same_time_share_one_answer() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Object>> asks = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                asks.add(() -> batch.once("checkIns", ids -> loads.incrementAndGet()));
            }
            for (Future<Object> answer : threads.invokeAll(asks)) {
                assertThat(answer.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(loads).hasValue(1);
    }

    private Set<UUID> load(Set<UUID> ids) {
        loads.incrementAndGet();
        return ids;
    }
}
