package io.goaltree.review;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.GraphQl.post;
import static io.goaltree.World.values;
import static io.goaltree.review.Reviewed.FIRST;
import static io.goaltree.review.Reviewed.noise;
import static io.goaltree.review.Reviewed.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl.Answer;
import io.goaltree.Sql;
import io.goaltree.Wire;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KpiGapsTest extends ApiTest {
    private static final String GAPS = """
            query($team: String, $first: Int) { kpiGaps(team: $team, first: $first) {
              kpi { key health latest { value } } distance distanceInSigmas verdict direction isReal recommended } }
            """;

    @Inject
    Sql sql;

    private String team;
    private String stem;

    @BeforeEach
    void aTeam() {
        team = world.team();
        stem = world.key("gap");
    }

    @Test
    void kpis_out_of_range_are_ranked_by_sigmas_and_only_real_ones_are_recommended() {
        String real = signal(kpi("a", "upper", 40, "direction", "LOWER_IS_BETTER"));
        String usual = kpi("b", "upper", 40, "tolerance", 12);
        values(usual, FIRST, 50, 52, 50, 52, 50, 52);
        String constant = kpi("d", "upper", 40);
        values(constant, FIRST, 50, 50, 50, 50, 50, 50, 50, 50);
        String few = kpi("c", "lower", "60.50", "upper", 70);
        values(few, FIRST, "50.25");
        List<Map<String, Object>> gaps = gaps(null).list("kpiGaps");
        assertThat(gaps.stream().map(KpiGapsTest::line))
                .containsExactly(
                        usual + " WARNING 12 NOISE null false false",
                        real + " UNHEALTHY 10 SIGNAL WORSENING true true",
                        few + " UNHEALTHY 10.25 INSUFFICIENT_DATA null false false",
                        constant + " UNHEALTHY 10 NOISE null false false");
        assertThat((Double) gaps.get(0).get("distanceInSigmas")).isCloseTo(12 * 1.128 / 2, within(1e-12));
        assertThat((Double) gaps.get(1).get("distanceInSigmas")).isCloseTo(10 * 1.128 * 6 / 44, within(1e-12));
        assertThat(gaps.get(2).get("distanceInSigmas")).isNull();
        assertThat(gaps.get(3).get("distanceInSigmas")).isNull();
    }

    @SuppressWarnings("unchecked")
    private static String line(Map<String, Object> gap) {
        Map<String, Object> kpi = (Map<String, Object>) gap.get("kpi");
        return kpi.get("key") + " " + kpi.get("health") + " " + gap.get("distance") + " " + gap.get("verdict") + " "
                + gap.get("direction") + " " + gap.get("isReal") + " " + gap.get("recommended");
    }

    @Test
    void two_at_most_are_recommended_of_the_whole_ranking_however_few_are_shown() {
        for (int i = 0; i < 4; i++) {
            signal(kpi("k" + i, "upper", 40 + i));
        }
        String usual = kpi("usual", "upper", 40);
        values(usual, FIRST, 50, 52, 50, 52, 50, 52);
        assertThat(gaps(null).<Boolean>list("kpiGaps.recommended")).containsExactly(false, true, true, false, false);
        assertThat(gaps(2).<Boolean>list("kpiGaps.recommended")).containsExactly(false, true);
        assertThat(gaps(2).<String>list("kpiGaps.kpi.key")).containsExactly(usual, stem + "-k0");
        assertThat(gaps(0).<Object>list("kpiGaps")).isEmpty();
    }

    @Test
    void what_is_healthy_unjudged_unmeasured_archived_or_of_another_team_is_no_gap() {
        noise(kpi("healthy", "upper", 60));
        values(kpi("bound", "upper", 60), FIRST, "60.0");
        noise(kpi("unjudged", "upper", null));
        kpi("unmeasured", "upper", 1);
        String archived = signal(kpi("archived", "upper", 1));
        mutate("kpiArchive", input("kpi", archived)).done();
        String below = world.key("below");
        mutate("teamCreate", input("key", below, "name", "Below", "parent", team))
                .done();
        String other = signal(world.kpi("team", below, "upper", 1));
        assertThat(gaps(null).<Object>list("kpiGaps")).isEmpty();
        assertThat(ask("{ kpiGaps(first: 1000) { kpi { key } } }").<String>list("kpiGaps.kpi.key"))
                .contains(other)
                .doesNotContain(archived);
    }

    @Test
    void the_newest_value_is_judged_by_the_definition_of_its_own_period() {
        String kpi = signal(kpi("a", "upper", 40));
        define(kpi, 2, 1000, "2026-11-08");
        assertThat(gaps(null).<String>list("kpiGaps.distance")).containsExactly("10");
        define(kpi, 3, 48, "2026-11-07");
        assertThat(gaps(null).<String>list("kpiGaps.distance")).containsExactly("2");
        values(kpi, FIRST.plusDays(7), 49);
        assertThat(gaps(null).<String>list("kpiGaps.distance")).containsExactly("1");
    }

    private void define(String kpi, int number, int upper, String from) {
        sql.execute("""
                insert into kpi_definition (id, kpi_id, number, effective_from, unit, direction, upper, tolerance, recorded_at)
                select gen_random_uuid(), id, ?, cast(? as date), '%', 'HIGHER_IS_BETTER', ?, 0, current_timestamp
                from kpi where key = ?
                """, number, from, upper, kpi);
    }

    @Test
    void a_team_is_named_by_key_or_id_and_one_that_is_not_there_has_no_gaps() {
        String kpi = signal(kpi("a", "upper", 1));
        String key =
                ask("query($id: ID!) { team(id: $id) { key } }", "id", team).string("team.key");
        team = key;
        assertThat(gaps(null).<String>list("kpiGaps.kpi.key")).containsExactly(kpi);
        for (String nobody : List.of("no-such-team", Ids.of(Kind.CYCLE, java.util.UUID.randomUUID()), "a\u0000b", "")) {
            team = nobody;
            assertThat(gaps(null).<Object>list("kpiGaps")).isEmpty();
        }
    }

    @Test
    void a_length_out_of_range_is_refused() {
        post(GAPS, "team", team, "first", -1).refusedWith("OUT_OF_RANGE", "first is -1", "0 and 1000");
        post(GAPS, "team", team, "first", 1001).refusedWith("OUT_OF_RANGE", "first is 1001", "0 and 1000");
    }

    @Test
    void fifty_gaps_cost_as_many_statements_as_five() {
        for (int i = 0; i < 5; i++) {
            signal(kpi("k" + i, "upper", 1));
        }
        int five = Wire.statements(() -> gaps(null));
        for (int i = 5; i < 50; i++) {
            signal(kpi("k" + i, "upper", 1));
        }
        assertThat(gaps(null).<Object>list("kpiGaps")).hasSize(50);
        assertThat(Wire.statements(() -> gaps(null))).isEqualTo(five);
    }

    private String kpi(String name, Object... more) {
        Object[] all = new Object[more.length + 4];
        System.arraycopy(new Object[] {"key", stem + "-" + name, "team", team}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return world.kpi(all);
    }

    private Answer gaps(Integer first) {
        return ask(GAPS, "team", team, "first", first);
    }
}
