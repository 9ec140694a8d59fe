package io.goaltree.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the service in the middle of a long stream: what was acknowledged is there, and nothing else is half there. */
class KilledStreamIT {
    private static final LocalDate FIRST = LocalDate.parse("2000-01-01");
    private static final int KPIS = 20;
    private static final int DAYS = 3_000;
    private static final int ROWS = KPIS * DAYS;
    /** Of values that go up steadily, whichever of the two baselines is used. */
    private static final int ENOUGH_FOR_A_SIGNAL = 40;

    private static final int PAGE = 1_000;
    private static final int PIECE = 1_000;
    private static final String HEADER = "kpi,at,value\n";

    @TempDir
    Path data;

    @Test
    void every_acknowledged_item_of_a_stream_and_of_single_posts_survives_a_kill_in_its_middle() throws Exception {
        AtomicLong acknowledged = new AtomicLong();
        Queue<Integer> singles = new ConcurrentLinkedQueue<>();
        try (RunningJar jar = RunningJar.start(data, Map.of())) {
            for (int kpi = 0; kpi <= KPIS; kpi++) {
                create(jar, kpi);
            }
            CountDownLatch begun = new CountDownLatch(1);
            Thread stream = started(() -> stream(jar, acknowledged, begun));
            CountDownLatch posted = new CountDownLatch(ENOUGH_FOR_A_SIGNAL);
            Thread posts = started(() -> posts(jar, singles, posted));
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(posted.await(60, TimeUnit.SECONDS)).isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(new Random().nextInt(1_500)));
            jar.kill();
            stream.join();
            posts.join();
        }
        assertThat(acknowledged.get()).isBetween(1_000L, ROWS - 1L);
        try (RunningJar jar = RunningJar.start(data, Map.of())) {
            assertThat(values(jar, KPIS)).containsAll(singles);
            long stored = storedInOrder(jar);
            assertThat(stored).isBetween(acknowledged.get(), ROWS - 1L);
            kept_is_what_is_computed(jar);
            assertThat(post(jar)).isEqualTo(List.of(ROWS - stored, 0L, stored, 0L));
            assertThat(storedInOrder(jar)).isEqualTo(ROWS);
            kept_is_what_is_computed(jar);
        }
    }

    /** Day by day, each for all KPIs. */
    private static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int row = from; row < to; row++) {
            int day = row / KPIS;
            rows.append("k")
                    .append(row % KPIS)
                    .append(',')
                    .append(FIRST.plusDays(day))
                    .append(',')
                    .append(day)
                    .append('\n');
        }
        return rows.toString();
    }

    /** Sends and reads progress at the same time, as nothing but a socket does; the last piece is never sent. */
    private static void stream(RunningJar jar, AtomicLong acknowledged, CountDownLatch begun) {
        try (Socket socket = new Socket("localhost", jar.port())) {
            OutputStream out = socket.getOutputStream();
            String head = "POST /ingest/kpi-values HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                    + "Authorization: " + jar.authorization() + "\r\nContent-Length: 100000000\r\n\r\n";
            out.write((head + HEADER).getBytes(UTF_8));
            Thread sender = started(() -> send(out));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"created\"")) {
                    acknowledged.set(figure(line, "created"));
                    begun.countDown();
                }
            }
            sender.join();
        } catch (IOException | InterruptedException e) {
            // The service was killed.
        }
    }

    /** Slowly, so that it takes longer than the service is let live. */
    private static void send(OutputStream out) {
        try {
            for (int from = 0; from < ROWS - PIECE; from += PIECE) {
                out.write(rows(from, from + PIECE).getBytes(UTF_8));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        } catch (IOException e) {
            // The service was killed.
        }
    }

    private static void posts(RunningJar jar, Queue<Integer> acknowledged, CountDownLatch begun) {
        try {
            for (int day = 0; ; day++) {
                String answer = jar.post(
                                "/ingest/kpi-values",
                                "application/json",
                                "[{\"kpi\":\"k%d\",\"at\":\"%s\",\"value\":%d}]"
                                        .formatted(KPIS, FIRST.plusDays(day), day))
                        .body();
                assertThat(figure(answer, "created")).isOne();
                acknowledged.add(day);
                begun.countDown();
            }
        } catch (IOException | InterruptedException e) {
            // The service was killed.
        }
    }

    private static List<Long> post(RunningJar jar) throws Exception {
        String answer = jar.post("/ingest/kpi-values", "text/csv", HEADER + rows(0, ROWS), Duration.ofMinutes(2))
                .body()
                .strip();
        String end = answer.substring(answer.lastIndexOf('\n') + 1);
        return List.of(
                figure(end, "created"), figure(end, "updated"), figure(end, "unchanged"), figure(end, "rejected"));
    }

    /** How many rows of the stream are there; exactly its first, each with its value. */
    private static long storedInOrder(RunningJar jar) throws Exception {
        List<Integer> counts = new ArrayList<>();
        for (int kpi = 0; kpi < KPIS; kpi++) {
            List<Integer> values = values(jar, kpi);
            for (int day = 0; day < values.size(); day++) {
                assertThat(values.get(day)).isEqualTo(day);
            }
            counts.add(values.size());
        }
        long sum = 0;
        for (int kpi = 0; kpi < KPIS; kpi++) {
            sum += counts.get(kpi);
        }
        for (int kpi = 0; kpi < KPIS; kpi++) {
            assertThat((long) counts.get(kpi)).isEqualTo(sum / KPIS + (kpi < sum % KPIS ? 1 : 0));
        }
        return sum;
    }

    /** The values of a KPI in the order of their days, which have no gap. */
    private static List<Integer> values(RunningJar jar, int kpi) throws Exception {
        List<Integer> values = new ArrayList<>();
        String after = "null";
        do {
            JsonPath page = jar.graphql("""
                    { kpi(key: "k%d") { values(first: %d, after: %s) { nodes { periodStart value revisions { value } }
                        pageInfo { hasNextPage endCursor } } } }
                    """.formatted(kpi, PAGE, after), JsonObject.EMPTY_JSON_OBJECT);
            List<String> days = page.getList("data.kpi.values.nodes.periodStart");
            for (int i = 0; i < days.size(); i++) {
                assertThat(days.get(i))
                        .isEqualTo(FIRST.plusDays(values.size() + i).toString());
            }
            List<String> some = page.getList("data.kpi.values.nodes.value");
            some.forEach(value -> values.add(Integer.valueOf(value)));
            assertThat(page.getList("data.kpi.values.nodes.revisions.flatten()"))
                    .isEmpty();
            after = page.getBoolean("data.kpi.values.pageInfo.hasNextPage")
                    ? "\"" + page.getString("data.kpi.values.pageInfo.endCursor") + "\""
                    : "null";
        } while (!after.equals("null"));
        return values;
    }

    /** A baseline of 20 is what is kept; one of 21 is always computed, and says the same of values that go up steadily. */
    private static void kept_is_what_is_computed(RunningJar jar) throws Exception {
        JsonPath answer = jar.graphql("""
                { kept: kpis(first: 100, filter: {verdict: SIGNAL}) { nodes { key behaviour { segments { to count } verdict } } }
                  all: kpis(first: 100) { nodes { key latest { periodEnd } behaviour(baselineSize: 21) { segments { to count } verdict } } } }
                """, JsonObject.EMPTY_JSON_OBJECT);
        assertThat(answer.getList("data.kept.nodes.behaviour"))
                .hasSize(KPIS + 1)
                .isEqualTo(answer.getList("data.all.nodes.behaviour"));
        assertThat(answer.getList("data.kept.nodes.behaviour.segments.to.flatten()"))
                .isEqualTo(answer.getList("data.all.nodes.latest.periodEnd"));
    }

    private static void create(RunningJar jar, int kpi) throws Exception {
        jar.graphql(
                ("mutation { kpiCreate(input: {key: \"k%d\", name: \"K\", direction: HIGHER_IS_BETTER,"
                                + " cadence: DAILY, zone: \"UTC\"}) { userErrors { code } } }")
                        .formatted(kpi),
                JsonObject.EMPTY_JSON_OBJECT);
    }

    private static Thread started(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }

    private static long figure(String line, String name) {
        String mark = "\"" + name + "\":";
        String rest = line.substring(line.indexOf(mark) + mark.length());
        return Long.parseLong(rest.replaceAll("[^0-9].*", ""));
    }
}
