package io.goaltree.review;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.GraphQl.post;
import static io.goaltree.review.Reviewed.review;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Wire;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock stands on 2026-11-22; the interval is a month. */
@QuarkusTest
class ReviewsDueTest extends ApiTest {
    private String team;
    private String stem;

    @BeforeEach
    void aTeam() {
        team = world.team();
        stem = world.key("due");
    }

    @Test
    void what_was_never_reviewed_is_due_from_the_day_it_was_created() {
        String b = kpi("b", "DAILY");
        String a = kpi("a", "QUARTERLY");
        assertThat(due(null)).containsExactly(a, b);
        assertThat(due("2026-11-21")).isEmpty();
        assertThat(due("2026-11-22")).containsExactly(a, b);
        assertThat(due("2027-11-22")).containsExactly(a, b);
    }

    @Test
    void a_month_after_its_latest_review_or_one_cadence_when_that_is_longer_a_kpi_is_due_again() {
        String daily = kpi("a", "DAILY");
        String quarterly = kpi("b", "QUARTERLY");
        review(daily);
        review(quarterly);
        assertThat(due(null)).isEmpty();
        assertThat(due("2026-12-21")).isEmpty();
        assertThat(due("2026-12-22")).containsExactly(daily);
        assertThat(due("2027-02-21")).containsExactly(daily);
        assertThat(due("2027-02-22")).containsExactly(daily, quarterly);
    }

    @Test
    void the_longest_overdue_comes_first() {
        String later = kpi("a", "DAILY");
        clock.set(Instant.parse("2026-11-24T23:59:59Z"));
        String early = kpi("c", "DAILY");
        review(later);
        clock.set(Instant.parse("2026-12-24T00:00:00Z"));
        String never = kpi("b", "DAILY");
        assertThat(due(null)).containsExactly(early, later, never);
    }

    @Test
    void only_reviews_recorded_up_to_the_day_count() {
        String kpi = kpi("a", "DAILY");
        review(kpi);
        clock.set(Instant.parse("2026-12-25T00:00:00Z"));
        assertThat(due(null)).containsExactly(kpi);
        review(kpi);
        assertThat(due(null)).isEmpty();
        assertThat(due("2026-12-24")).containsExactly(kpi);
        assertThat(due("2026-12-21")).isEmpty();
        assertThat(due("2027-01-25")).containsExactly(kpi);
    }

    @Test
    void archived_kpis_and_those_of_other_teams_are_not_due() {
        String archived = kpi("a", "DAILY");
        mutate("kpiArchive", input("kpi", archived)).done();
        String below = world.key("below");
        mutate("teamCreate", input("key", below, "name", "Below", "parent", team))
                .done();
        String other = world.kpi("team", below);
        assertThat(due(null)).isEmpty();
        assertThat(ask("{ reviewsDue { key } }").<String>list("reviewsDue.key"))
                .contains(other)
                .doesNotContain(archived);
    }

    @Test
    void a_team_is_named_by_key_or_id_and_one_that_is_not_there_has_nothing_due() {
        String kpi = kpi("a", "DAILY");
        team = ask("query($id: ID!) { team(id: $id) { key } }", "id", team).string("team.key");
        assertThat(due(null)).containsExactly(kpi);
        for (String nobody : List.of("no-such-team", Ids.of(Kind.KPI, row(kpi)), "a\u0000b", "")) {
            team = nobody;
            assertThat(due(null)).isEmpty();
        }
    }

    @Test
    void any_day_of_the_calendar_is_answered() {
        String kpi = kpi("a", "DAILY");
        assertThat(due("0001-01-01")).isEmpty();
        assertThat(due("9999-12-31")).containsExactly(kpi);
        post("{ reviewsDue(on: \"tomorrow\") { id } }").refusedWith("GRAPHQL_VALIDATION_FAILED", "tomorrow");
    }

    @Test
    void many_cost_as_many_statements_as_one() {
        kpi("a", "DAILY");
        int one = Wire.statements(() -> due(null));
        for (int i = 0; i < 20; i++) {
            kpi("more-" + i, "DAILY");
        }
        assertThat(Wire.statements(() -> due(null))).isEqualTo(one);
        assertThat(due(null)).hasSize(21);
    }

    private String kpi(String name, String cadence) {
        return world.kpi("key", stem + "-" + name, "cadence", cadence, "team", team);
    }

    private static UUID row(String kpi) {
        return Ids.uuid(
                Kind.KPI,
                ask("query($key: String) { kpi(key: $key) { id } }", "key", kpi).string("kpi.id"));
    }

    private List<String> due(String on) {
        return ask(
                        "query($team: String, $on: Date) { reviewsDue(team: $team, on: $on) { key health team { name } } }",
                        "team",
                        team,
                        "on",
                        on)
                .list("reviewsDue.key");
    }
}
