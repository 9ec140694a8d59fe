package io.goaltree.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.World;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KpiBehaviourApiTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final String FIELDS = """
            verdict since direction proposedRebase
            segments { from to count mean meanMovingRange lowerLimit upperLimit upperRangeLimit sigma reason }
            signals { rule from to direction } gathering { from to count reason }
            """;

    /** NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2. */
    @Test
    void flow_rates_of_the_handbook_are_noise_within_their_published_limits() {
        String key = world.kpi();
        World.values(key, FIRST, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1);
        GraphQl.Answer answer = behaviour(key, "");
        assertThat(answer.string("kpi.behaviour.verdict")).isEqualTo("NOISE");
        assertThat(answer.<Object>get("kpi.behaviour.since")).isNull();
        assertThat(answer.<Object>get("kpi.behaviour.gathering")).isNull();
        assertThat(answer.list("kpi.behaviour.signals")).isEmpty();
        List<Map<String, Object>> segments = answer.list("kpi.behaviour.segments");
        assertThat(segments).hasSize(1);
        assertThat(segments.get(0))
                .containsEntry("from", "2026-10-01")
                .containsEntry("to", "2026-10-10")
                .containsEntry("count", 10)
                .containsEntry("mean", 50.81)
                .containsEntry("reason", "First value");
        near(segments.get(0), "meanMovingRange", 16.9 / 9);
        near(segments.get(0), "lowerLimit", 45.815111);
        near(segments.get(0), "upperLimit", 55.804889);
        near(segments.get(0), "upperRangeLimit", 6.136578);
        near(segments.get(0), "sigma", 1.664697);
    }

    @Test
    void shift_is_a_signal_that_proposes_to_start_afresh_at_its_first_value() {
        String key = world.kpi();
        World.values(key, FIRST, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11);
        World.values(key, FIRST.plusDays(20), 12, 13, 12, 13, 12, 13, 12, 13);
        GraphQl.Answer answer = behaviour(key, "");
        assertThat(answer.string("kpi.behaviour.verdict")).isEqualTo("SIGNAL");
        assertThat(answer.string("kpi.behaviour.direction")).isEqualTo("IMPROVING");
        // The twentieth value, 11, lies above the centre, 10, too.
        assertThat(answer.string("kpi.behaviour.since")).isEqualTo("2026-10-20");
        assertThat(answer.string("kpi.behaviour.proposedRebase")).isEqualTo("2026-10-20");
        assertThat(answer.list("kpi.behaviour.signals"))
                .contains(Map.of(
                        "rule", "RUN_OF_EIGHT", "from", "2026-10-20", "to", "2026-10-28", "direction", "IMPROVING"));
    }

    @Test
    void few_values_have_no_limits_and_gather() {
        String key = world.kpi();
        assertThat(behaviour(key, "").<Object>get("kpi.behaviour.gathering")).isNull();
        World.values(key, FIRST, 1, 2, 3, 4, 5);
        GraphQl.Answer answer = behaviour(key, "");
        assertThat(answer.string("kpi.behaviour.verdict")).isEqualTo("INSUFFICIENT_DATA");
        assertThat(answer.list("kpi.behaviour.segments")).isEmpty();
        assertThat(answer.<Map<String, Object>>get("kpi.behaviour.gathering"))
                .isEqualTo(Map.of("from", "2026-10-01", "to", "2026-10-05", "count", 5, "reason", "First value"));
    }

    @Test
    void other_baseline_sizes_set_other_limits() {
        String key = world.kpi();
        World.values(key, FIRST, 9, 11, 9, 11, 9, 11, 20, 20, 20, 20);
        assertThat(behaviour(key, "(baselineSize: 6)").<Double>list("kpi.behaviour.segments.mean"))
                .containsExactly(10.0);
        assertThat(behaviour(key, "(baselineSize: 6)").string("kpi.behaviour.verdict"))
                .isEqualTo("SIGNAL");
        for (String size : List.of("", "(baselineSize: 20)", "(baselineSize: 1000)")) {
            assertThat(behaviour(key, size).<Double>list("kpi.behaviour.segments.mean"))
                    .containsExactly(14.0);
        }
        for (String size : List.of("5", "0", "-1", "1001")) {
            GraphQl.post(
                            "query($key: String) { kpi(key: $key) { behaviour(baselineSize: " + size
                                    + ") { verdict } } }",
                            "key",
                            key)
                    .refusedWith("OUT_OF_RANGE", "baselineSize is " + size, "between 6 and 1000");
        }
    }

    @Test
    void verdict_filters_lists_in_each_of_its_values() {
        String mark = world.kpi();
        String noise = world.kpi("name", mark);
        String signal = world.kpi("name", mark);
        String few = world.kpi("name", mark);
        World.values(noise, FIRST, 1, 2, 1, 2, 1, 2);
        World.values(signal, FIRST, 1, 2, 1, 2, 1, 2, 9);
        assertThat(named(mark, "NOISE")).containsExactly(noise);
        assertThat(named(mark, "SIGNAL")).containsExactly(signal);
        assertThat(named(mark, "INSUFFICIENT_DATA")).contains(few).doesNotContain(noise, signal);
    }

    @Test
    void past_is_answered_as_it_was() {
        String key = world.kpi();
        World.values(key, FIRST, 1, 2, 1, 2, 1, 2);
        String before = instant();
        World.values(key, FIRST.plusDays(6), 9);
        assertThat(behaviour(key, "").string("kpi.behaviour.verdict")).isEqualTo("SIGNAL");
        GraphQl.Answer past = GraphQl.ask(
                "query($key: String, $at: DateTime) { kpi(key: $key, asOf: $at) { behaviour { verdict segments { count }"
                        + " signals { rule } } } }",
                "key",
                key,
                "at",
                before);
        assertThat(past.string("kpi.behaviour.verdict")).isEqualTo("NOISE");
        assertThat(past.<Integer>list("kpi.behaviour.segments.count")).containsExactly(6);
        assertThat(past.list("kpi.behaviour.signals")).isEmpty();
    }

    /** An instant after all before and before all after. */
    private String instant() {
        String at = clock.instant().plusSeconds(1).toString();
        clock.advance(Duration.ofSeconds(2));
        return at;
    }

    private static List<String> named(String mark, String verdict) {
        return GraphQl.ask(
                        "query($mark: String, $verdict: Verdict) { kpis(filter: {text: $mark, verdict: $verdict}) {"
                                + " nodes { key } } }",
                        "mark",
                        mark,
                        "verdict",
                        verdict)
                .list("kpis.nodes.key");
    }

    private static GraphQl.Answer behaviour(String key, String arguments) {
        return GraphQl.ask(
                "query($key: String) { kpi(key: $key) { behaviour" + arguments + " {" + FIELDS + "} } }", "key", key);
    }

    private static void near(Map<String, Object> segment, String figure, double expected) {
        assertThat((Double) segment.get(figure)).as(figure).isCloseTo(expected, within(5e-7));
    }
}
