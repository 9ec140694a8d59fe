package io.goaltree.kpi;

import static io.goaltree.kpi.KpiCalls.create;
import static io.goaltree.kpi.KpiCalls.freshKey;
import static io.goaltree.kpi.KpiCalls.item;
import static io.goaltree.kpi.KpiCalls.recordInput;
import static io.goaltree.kpi.KpiCalls.values;
import static io.goaltree.kpi.KpiValuesApiTest.counts;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Writers that meet on the same KPIs, in different orders, lose nothing and invent nothing. */
@QuarkusTest
class RecordConcurrentlyTest {
    private static final int THREADS = 8;
    private static final int DAYS = 40;

    private final List<String> keys = List.of(freshKey("one"), freshKey("two"), freshKey("three"));

    @Test
    void same_corrections_from_eight_threads_leave_each_one_true_revision() throws Exception {
        keys.forEach(key -> create(key, "DAILY", "UTC"));
        assertThat(sums(inParallel(thread -> items("1", thread)))).containsExactly(120, 0, 7 * 120, 0);
        assertThat(sums(inParallel(thread -> items("2.50", thread)))).containsExactly(0, 120, 7 * 120, 0);
        for (String key : keys) {
            JsonPath found = values(key);
            assertThat(found.getList("data.kpi.values.nodes.value"))
                    .hasSize(DAYS)
                    .containsOnly("2.50");
            assertThat(found.getList("data.kpi.values.nodes.revisions.value.flatten()"))
                    .hasSize(DAYS)
                    .containsOnly("1");
        }
    }

    @Test
    void different_corrections_from_eight_threads_are_all_kept() throws Exception {
        keys.forEach(key -> create(key, "DAILY", "UTC"));
        List<JsonPath> answers = inParallel(thread -> items(String.valueOf(thread), thread));
        assertThat(sums(answers)).containsExactly(120, 7 * 120, 0, 0);
        for (String key : keys) {
            List<Map<String, Object>> nodes = values(key).getList("data.kpi.values.nodes");
            assertThat(nodes).hasSize(DAYS);
            for (Map<String, Object> node : nodes) {
                List<String> seen = new ArrayList<>(List.of((String) node.get("value")));
                revisions(node).forEach(revision -> seen.add((String) revision.get("value")));
                assertThat(seen).containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "7");
            }
        }
    }

    @Test
    void one_idempotency_key_from_eight_threads_is_carried_out_once() throws Exception {
        String key = keys.get(0);
        create(key, "DAILY", "UTC");
        List<Map<String, Object>> items = List.of(item(key, "2026-11-20", 1), item(key, "2026-11-21", 2));
        String idempotencyKey = freshKey("concurrent");
        List<JsonPath> answers = call(thread -> recordInput(Map.of("values", items, "idempotencyKey", idempotencyKey)));
        int carriedOut = 0;
        for (JsonPath answer : answers) {
            List<String> codes = answer.getList("data.kpiValuesRecord.userErrors.code");
            boolean replayed = answer.getBoolean("data.kpiValuesRecord.replayed");
            if (codes.isEmpty()) {
                assertThat(counts(answer)).containsExactly(2, 0, 0, 0);
                carriedOut += replayed ? 0 : 1;
            } else {
                assertThat(codes).containsExactly("IDEMPOTENCY_IN_PROGRESS");
            }
        }
        assertThat(carriedOut).isEqualTo(1);
        assertThat(values(key).getList("data.kpi.values.nodes.value")).containsExactly("1", "2");
    }

    /** All days of all KPIs, each thread in an order of its own. */
    private List<Map<String, Object>> items(String value, int thread) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (String key : keys) {
            for (int day = 0; day < DAYS; day++) {
                items.add(item(key, LocalDate.of(2026, 10, 1).plusDays(day).toString(), value));
            }
        }
        Collections.shuffle(items, new Random(thread));
        return items;
    }

    private static List<JsonPath> inParallel(IntFunction<List<Map<String, Object>>> items) throws Exception {
        return call(thread -> recordInput(Map.of("values", items.apply(thread))));
    }

    private static List<JsonPath> call(IntFunction<JsonPath> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<JsonPath>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                tasks.add(() -> {
                    start.await();
                    return calls.apply(thread);
                });
            }
            List<JsonPath> answers = new ArrayList<>();
            for (Future<JsonPath> answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Integer> sums(List<JsonPath> answers) {
        List<Integer> sums = new ArrayList<>(List.of(0, 0, 0, 0));
        answers.forEach(answer -> {
            for (int i = 0; i < 4; i++) {
                sums.set(i, sums.get(i) + counts(answer).get(i));
            }
        });
        return sums;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> revisions(Map<String, Object> node) {
        return (List<Map<String, Object>>) node.get("revisions");
    }
}
