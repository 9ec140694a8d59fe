package io.goaltree.live;

import static io.goaltree.GraphQl.input;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLError;
import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KpiSignalDetectedTest extends ApiTest {
    private static final String FOLLOW = """
            subscription($team: String) { kpiSignalDetected(team: $team) {
                kpi { key } signal { rule from to direction } } }
            """;
    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");

    @Inject
    Streams streams;

    private String team;
    private String key;

    @BeforeEach
    void steadyKpi() {
        team = world.team();
        key = world.kpi("team", team);
        World.values(key, FIRST, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5);
        World.values(key, FIRST.plusDays(10), 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5);
    }

    @Test
    void signal_is_told_once_even_when_it_goes_and_comes_back() throws Exception {
        try (Follower follower = Follower.of(streams, FOLLOW, "team", team)) {
            World.values(key, FIRST.plusDays(20), 13);
            assertThat(follower.told(1)).containsExactly(signal("OUTSIDE_LIMITS", 20, 20, "IMPROVING"));
            World.values(key, FIRST.plusDays(20), 12);
            World.values(key, FIRST.plusDays(20), 13);
            World.values(key, FIRST.plusDays(20), 13.1);
            World.values(key, FIRST.plusDays(21), 5);
            assertThat(follower.told(3))
                    .containsExactlyInAnyOrder(
                            signal("OUTSIDE_LIMITS", 20, 20, "IMPROVING"),
                            signal("OUTSIDE_LIMITS", 21, 21, "WORSENING"),
                            signal("RANGE_OUTSIDE_LIMIT", 21, 21, "WORSENING"));
        }
    }

    @Test
    void run_is_told_when_it_has_eight_values_and_not_again_while_it_goes_on() throws Exception {
        try (Follower follower = Follower.of(streams, FOLLOW, "team", team)) {
            for (int day = 20; day < 30; day++) {
                World.values(key, FIRST.plusDays(day), 10.1);
            }
            World.values(key, FIRST.plusDays(30), 13);
            assertThat(follower.told(2))
                    .containsExactly(
                            signal("RUN_OF_EIGHT", 19, 26, "IMPROVING"), signal("OUTSIDE_LIMITS", 30, 30, "IMPROVING"));
        }
    }

    @Test
    void followers_of_a_team_are_told_of_its_own_kpis_and_others_of_all() throws Exception {
        try (Follower everybody = Follower.of(streams, FOLLOW);
                Follower byId = Follower.of(streams, FOLLOW, "team", id(team));
                Follower elsewhere = Follower.of(streams, FOLLOW, "team", world.team())) {
            World.values(key, FIRST.plusDays(20), 13);
            assertThat(byId.told(1)).containsExactly(signal("OUTSIDE_LIMITS", 20, 20, "IMPROVING"));
            assertThat(everybody.told(1)).containsExactly(signal("OUTSIDE_LIMITS", 20, 20, "IMPROVING"));
            assertThat(elsewhere.count()).isZero();
        }
    }

    @Test
    void unknown_team_is_refused() {
        List<GraphQLError> errors = Follower.refused(streams, FOLLOW, "team", "nobody");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).getMessage()).contains("nobody");
    }

    private static String id(String team) {
        return GraphQl.ask("query($key: String) { team(key: $key) { id } }", "key", team)
                .string("team.id");
    }

    private Map<String, Object> signal(String rule, int from, int to, String direction) {
        return input(
                "kpi",
                Map.of("key", key),
                "signal",
                input(
                        "rule",
                        rule,
                        "from",
                        FIRST.plusDays(from).toString(),
                        "to",
                        FIRST.plusDays(to).toString(),
                        "direction",
                        direction));
    }
}
