package io.goaltree.live;

import static io.goaltree.kpi.StreamCalls.days;
import static io.goaltree.kpi.StreamCalls.done;
import static io.goaltree.kpi.StreamCalls.open;
import static io.goaltree.kpi.StreamCalls.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.goaltree.World;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.kpi.KpiCalls;
import io.goaltree.kpi.ValueStream;
import io.goaltree.kpi.ValueStreamService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a stream records is told as what a call records: values and goals with each part, signals at its end. */
@QuarkusTest
class StreamedValuesTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");

    @Inject
    ValueStreamService service;

    @Inject
    Streams streams;

    @Inject
    Sql sql;

    @Test
    void signal_that_is_found_at_the_end_of_a_stream_is_told_once() throws Exception {
        String team = world.team();
        String kpi = world.kpi("team", team);
        World.values(kpi, FIRST, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5);
        World.values(kpi, FIRST.plusDays(10), 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5);
        String follow = "subscription($team: String) { kpiSignalDetected(team: $team) { signal { rule from } } }";
        try (Follower follower = Follower.of(streams, follow, "team", team)) {
            try (ValueStream stream = open(service, null)) {
                record(stream, days(kpi, FIRST.plusDays(20), 10));
                record(stream, days(kpi, FIRST.plusDays(21), 19));
                record(stream, days(kpi, FIRST.plusDays(22), 10));
                // A signal that has come and gone within the stream is no news.
                record(stream, days(kpi, FIRST.plusDays(21), 10));
                record(stream, days(kpi, FIRST.plusDays(23), 13));
                assertThat(follower.count()).isZero();
                done(stream.finish());
            }
            World.values(kpi, FIRST.plusDays(24), 13);
            assertThat(follower.told(2).stream().map(event -> event.get("signal")))
                    .containsExactly(
                            Map.of("rule", "OUTSIDE_LIMITS", "from", "2026-10-24"),
                            Map.of("rule", "OUTSIDE_LIMITS", "from", "2026-10-25"));
        }
    }

    @Test
    void progress_moves_and_is_told_with_each_part_of_a_stream() throws Exception {
        String cycle = world.cycle();
        Goal goal = world.objective(cycle);
        String kpi = world.kpi();
        World.values(kpi, FIRST, 0);
        Measured fed = goal.fed(kpi, 100);
        String follow = "subscription($cycle: String!) { goalChanged(cycle: $cycle) { keyResult { id current } } }";
        try (Follower follower = Follower.of(streams, follow, "cycle", cycle);
                ValueStream stream = open(service, null)) {
            for (int part = 1; part <= 3; part++) {
                record(stream, days(kpi, FIRST.plusDays(part), 25 * part));
                assertThat(fed.progress().get("raw")).isEqualTo(0.25 * part);
                assertThat(goal.ratio()).isEqualTo(0.25 * part);
                List<Map<String, Object>> told = follower.told(part);
                assertThat(told.get(part - 1).get("keyResult"))
                        .isEqualTo(Map.of("id", fed.id, "current", String.valueOf(25 * part)));
            }
            done(stream.finish());
            record(stream, days(kpi, FIRST.plusDays(3), 50));
            assertThat(goal.ratio()).isEqualTo(0.5);
        }
    }

    @Test
    void correction_in_a_later_part_keeps_what_was_there_as_a_revision() {
        String kpi = world.kpi();
        try (ValueStream stream = open(service, null)) {
            record(stream, days(kpi, FIRST, 1, 2));
            assertThat(record(stream, days(kpi, FIRST, 1, 3))).isEqualTo("UNCHANGED UPDATED");
            assertThat(record(stream, days(kpi, FIRST, 1, "3.00"))).isEqualTo("UNCHANGED UNCHANGED");
            assertThat(record(stream, days(kpi, FIRST.plusDays(1), 2))).isEqualTo("UPDATED");
            done(stream.finish());
        }
        JsonPath found = KpiCalls.values(kpi);
        assertThat(found.getList("data.kpi.values.nodes.value")).containsExactly("1", "2");
        assertThat(found.getList("data.kpi.values.nodes.revisions.value"))
                .isEqualTo(List.of(List.of(), List.of("3", "2")));
        assertThat(sql.count("""
                select count(*) from kpi_value_revision r join kpi_value v
                on v.id = r.value_id and v.period_start = r.period_start and r.period_start = date '2026-10-02'
                join kpi k on k.id = v.kpi_id where k.key = ?
                """, kpi)).isEqualTo(2);
    }
}
