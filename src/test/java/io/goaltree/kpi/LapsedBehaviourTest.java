package io.goaltree.kpi;

import static io.goaltree.kpi.StreamCalls.days;
import static io.goaltree.kpi.StreamCalls.done;
import static io.goaltree.kpi.StreamCalls.open;
import static io.goaltree.kpi.StreamCalls.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.Sql;
import io.goaltree.World;
import io.goaltree.behaviour.Behaviour;
import io.goaltree.behaviour.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a KPI lapses while a stream is under way, and nobody is told what lapsed as if it held. */
@QuarkusTest
class LapsedBehaviourTest extends ApiTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final LocalDate LATER = FIRST.plusDays(20);

    @Inject
    ValueStreamService service;

    @Inject
    KeptBehaviours kept;

    @Inject
    KeptBehaviourService start;

    @Inject
    KpiBehaviours computed;

    @Inject
    KpiAnswers answers;

    @Inject
    Sql sql;

    private String team;
    private String kpi;
    private UUID id;

    @BeforeEach
    void steadyKpi() {
        team = world.team();
        kpi = world.kpi("team", team, "upper", 11);
        World.values(kpi, FIRST, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5);
        World.values(kpi, FIRST.plusDays(10), 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5);
        id = answers.ids(List.of(kpi)).get(kpi);
    }

    @Test
    void answers_are_those_of_all_values_while_a_stream_is_under_way_and_kept_again_at_its_end() {
        assertTold(Verdict.NOISE);
        try (ValueStream stream = open(service, null)) {
            record(stream, days(kpi, LATER, 10));
            assertThat(isKept()).isTrue();
            assertTold(Verdict.NOISE);
            record(stream, days(kpi, LATER.plusDays(1), 19));
            assertThat(isKept()).isFalse();
            assertTold(Verdict.SIGNAL);
            record(stream, days(kpi, LATER.plusDays(1), 10));
            assertThat(isKept()).isFalse();
            assertTold(Verdict.NOISE);
            record(stream, days(kpi, LATER.plusDays(2), 18));
            assertTold(Verdict.SIGNAL);
            done(stream.finish());
            assertThat(isKept()).isTrue();
            assertTold(Verdict.SIGNAL);
        }
        assertTold(Verdict.SIGNAL);
    }

    @Test
    void stream_that_ends_without_its_end_leaves_nothing_lapsed() {
        try (ValueStream stream = open(service, world.key("stream"))) {
            record(stream, days(kpi, LATER, 10));
            record(stream, days(kpi, LATER.plusDays(1), 19));
        }
        assertThat(isKept()).isTrue();
        assertTold(Verdict.SIGNAL);
    }

    @Test
    void others_who_record_for_the_same_kpi_meanwhile_keep_what_is_right_and_so_does_the_stream_after_them() {
        try (ValueStream stream = open(service, null)) {
            record(stream, days(kpi, LATER, 10));
            record(stream, days(kpi, LATER.plusDays(1), 19));
            assertThat(isKept()).isFalse();
            World.values(kpi, LATER.plusDays(2), 18);
            assertThat(isKept()).isTrue();
            assertTold(Verdict.SIGNAL);
            record(stream, days(kpi, LATER.plusDays(1), 10, 10));
            assertThat(isKept()).isFalse();
            assertTold(Verdict.NOISE);
            World.values(kpi, LATER.plusDays(3), 10);
            assertThat(isKept()).isTrue();
            assertTold(Verdict.NOISE);
            done(stream.finish());
        }
        assertThat(isKept()).isTrue();
        assertTold(Verdict.NOISE);
    }

    @Test
    void what_a_killed_stream_left_behind_is_brought_up_to_date_by_the_next_start_and_its_signals_are_told() {
        try (ValueStream killed = open(service, null)) {
            record(killed, days(kpi, LATER, 10));
            record(killed, days(kpi, LATER.plusDays(1), 19));
            String told = "select count(*) from change_event where kind = 'kpi_signal'";
            long before = sql.count(told);
            start.start(null);
            assertThat(isKept()).isTrue();
            assertTold(Verdict.SIGNAL);
            assertThat(sql.count(told)).isGreaterThan(before);
        }
    }

    private boolean isKept() {
        return sql.count("select count(*) from kpi_behaviour where kpi_id = ? and edition = 1", id) == 1;
    }

    private void assertTold(Verdict verdict) {
        Behaviour expected = computed.of(List.of(id)).get(id).behaviour();
        assertThat(expected.verdict()).isEqualTo(verdict);
        assertThat(kept.of(List.of(id)))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(Map.of(id, expected));
        GraphQl.Answer answer = GraphQl.ask("""
                query($kpi: String!, $team: String!) {
                  kpi(key: $kpi) { behaviour { verdict since signals { rule from to } segments { mean } } }
                  noise: kpis(filter: {team: $team, verdict: NOISE}) { nodes { key behaviour { verdict } } }
                  signal: kpis(filter: {team: $team, verdict: SIGNAL}) { nodes { key behaviour { verdict } } }
                  healthySignal: kpis(filter: {team: $team, verdict: SIGNAL, health: HEALTHY}) { nodes { key } }
                  kpiGaps(team: $team) { kpi { key behaviour { verdict } } }
                }
                """, "kpi", kpi, "team", team);
        assertThat(answer.string("kpi.behaviour.verdict")).isEqualTo(verdict.name());
        assertThat(answer.<Object>list("kpi.behaviour.signals"))
                .hasSize(expected.signals().size());
        assertThat(answer.<Object>list("noise.nodes")).hasSize(verdict == Verdict.NOISE ? 1 : 0);
        assertThat(answer.<String>list("signal.nodes.behaviour.verdict"))
                .isEqualTo(verdict == Verdict.SIGNAL ? List.of("SIGNAL") : List.of());
        assertThat(answer.<Object>list("healthySignal.nodes")).isEmpty();
        List<String> gaps = answer.list("kpiGaps.kpi.behaviour.verdict");
        assertThat(gaps).isSubsetOf(verdict.name());
    }
}
