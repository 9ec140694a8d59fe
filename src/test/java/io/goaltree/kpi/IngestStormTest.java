package io.goaltree.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Later;
import io.goaltree.Sql;
import io.goaltree.kpi.IngestCaller.Batch;
import io.goaltree.kpi.IngestCaller.Door;
import io.goaltree.kpi.IngestCaller.Item;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sixteen clients that post the same values in any order, by all doors, again and again, and hang up at any moment. */
@QuarkusTest
class IngestStormTest extends ApiTest {
    private static final int CLIENTS = 16;
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");

    @Inject
    Sql sql;

    private final IngestCaller caller = new IngestCaller();

    @Test
    void twenty_thousand_values_are_there_once_each_right_and_nothing_was_ever_revised() throws Exception {
        String mark = world.key("storm");
        List<Item> all = items(mark, 40, 500, 0);
        assertThat(all).hasSize(20_000);
        List<long[]> answered = inParallel(client -> {
            Random random = new Random(client);
            return storm(random, byKpi(all, random), true);
        });
        assertThat(answered.stream().mapToLong(counts -> counts[0]).sum()).isBetween(1L, 20_000L);
        assertThat(answered.stream().mapToLong(counts -> counts[1]).sum()).isZero();
        for (int from = 0; from < all.size(); from += 1_000) {
            String answer = caller.post(new Batch(Door.JSON, all.subList(from, from + 1_000), null));
            assertThat(IngestCaller.figure(answer, "unchanged")).isEqualTo(1_000);
        }
        assertThat(stored(mark, "")).isEqualTo(20_000);
        assertThat(stored(mark, """
                and v.value = substring(k.key from '[0-9]+$')::integer * 1000 + (v.period_start - date '2025-01-01') + 0.5
                and v.period_end = v.period_start
                """)).isEqualTo(20_000);
        assertThat(revisions(mark)).isZero();
    }

    @Test
    void every_revision_of_two_versions_that_fight_is_a_true_change_and_every_change_has_one() throws Exception {
        String mark = world.key("fight");
        List<Item> one = items(mark, 4, 100, 0);
        List<Item> other = items(mark, 4, 100, 1);
        List<long[]> answered = inParallel(client -> {
            Random random = new Random(client);
            return storm(random, anyhow(client % 2 == 0 ? one : other, random), false);
        });
        assertThat(answered.stream().mapToLong(counts -> counts[0]).sum()).isEqualTo(400);
        assertThat(answered.stream().mapToLong(counts -> counts[1]).sum())
                .isEqualTo(revisions(mark))
                .isGreaterThan(400);
        assertThat(stored(mark, "")).isEqualTo(400);
        assertThat(sql.count("""
                select count(*) from (
                    select said.value, lag(said.value) over (partition by said.value_id order by said.is_now, said.id) as before
                    from (
                        select r.value_id, r.value, false as is_now, r.id from kpi_value_revision r
                        union all
                        select v.id, v.value, true, v.id from kpi_value v
                    ) said
                    join kpi_value v on v.id = said.value_id join kpi k on k.id = v.kpi_id where k.key like ?
                ) neighbours where value = before
                """, mark + "-%")).isZero();
    }

    /** All values of these KPIs, which are made. */
    private List<Item> items(String mark, int kpis, int days, int version) {
        List<Item> items = new ArrayList<>();
        for (int kpi = 1; kpi <= kpis; kpi++) {
            String key = mark + "-" + kpi;
            if (version == 0) {
                world.kpi("key", key, "zone", "UTC");
            }
            for (int day = 0; day < days; day++) {
                items.add(new Item(key, FIRST.plusDays(day).toString(), kpi * 1000 + day + version + ".5"));
            }
        }
        return items;
    }

    /** All values in an order of its own, each batch of few KPIs. */
    private List<Batch> byKpi(List<Item> all, Random random) {
        Map<String, List<Item>> byKpi = all.stream().collect(Collectors.groupingBy(Item::kpi));
        List<List<Item>> kpis = new ArrayList<>(byKpi.values());
        Collections.shuffle(kpis, random);
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < kpis.size(); ) {
            Door door = door(random);
            int to = Math.min(kpis.size(), from + 1 + random.nextInt(door.isStream() ? 5 : 2));
            List<Item> items = new ArrayList<>();
            kpis.subList(from, to).forEach(items::addAll);
            Collections.shuffle(items, random);
            batches.add(batch(door, items, random));
            from = to;
        }
        return batches;
    }

    /** All values in an order of its own, each batch of any length and any KPIs. */
    private List<Batch> anyhow(List<Item> all, Random random) {
        List<Item> items = new ArrayList<>(all);
        Collections.shuffle(items, random);
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < items.size(); ) {
            int to = Math.min(items.size(), from + 1 + random.nextInt(items.size()));
            batches.add(batch(door(random), items.subList(from, to), random));
            from = to;
        }
        return batches;
    }

    private static Door door(Random random) {
        return Door.values()[random.nextInt(Door.values().length)];
    }

    private Batch batch(Door door, List<Item> items, Random random) {
        return new Batch(door, items, random.nextBoolean() ? world.key("storm-call") : null);
    }

    /** How many values were created and updated by the answers that this client has got. */
    private long[] storm(Random random, List<Batch> batches, boolean hangsUp) {
        long[] counts = new long[2];
        for (Batch batch : batches) {
            try {
                if (hangsUp && random.nextInt(4) == 0) {
                    caller.hangUp(batch, random.nextBoolean() ? 1 : random.nextDouble());
                }
                add(counts, answer(batch));
                if (random.nextInt(4) == 0) {
                    String again = answer(batch);
                    if (batch.key() == null) {
                        add(counts, again);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return counts;
    }

    /** Repeats the call as long as the one that was hung up is still under way. */
    private String answer(Batch batch) throws IOException, InterruptedException {
        String answer = caller.post(batch);
        for (int i = 0; i < 10_000 && answer.contains("IDEMPOTENCY_IN_PROGRESS"); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            answer = caller.post(batch);
        }
        assertThat(answer).doesNotContain("\"error\"");
        assertThat(IngestCaller.figure(answer, "rejected")).as(answer).isZero();
        return answer;
    }

    private static void add(long[] counts, String answer) {
        counts[0] += IngestCaller.figure(answer, "created");
        counts[1] += IngestCaller.figure(answer, "updated");
    }

    private static List<long[]> inParallel(IntFunction<long[]> clients) {
        List<CompletableFuture<long[]>> running = IntStream.range(0, CLIENTS)
                .mapToObj(client -> Later.of(() -> clients.apply(client)))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private long stored(String mark, String condition) {
        return sql.count(
                "select count(*) from kpi_value v join kpi k on k.id = v.kpi_id where k.key like ? " + condition,
                mark + "-%");
    }

    private long revisions(String mark) {
        return sql.count("""
                select count(*) from kpi_value_revision r join kpi_value v on v.id = r.value_id
                join kpi k on k.id = v.kpi_id where k.key like ?
                """, mark + "-%");
    }
}
