package io.goaltree.edge.http;

import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.goaltree.ApiTest;
import io.goaltree.Wire;
import io.goaltree.World;
import io.goaltree.kpi.KpiCalls;
import io.goaltree.review.Reviewed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EtagsTest extends ApiTest {
    private static final String TEAMS = "{ teams(first: 1000) { nodes { key name } } }";

    @Inject
    GraphQLSchema schema;

    @Test
    void what_has_not_changed_is_304_without_a_body() {
        Response first = get(TEAMS);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        Response second = get(TEAMS, first.header("ETag"));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.asByteArray()).isEmpty();
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Vary")).isEqualTo("Accept, Accept-Encoding");
    }

    @Test
    void a_304_executes_nothing() {
        String tag = get(TEAMS).header("ETag");
        assertThat(Wire.statements(() -> get(TEAMS, tag))).isEqualTo(1);
        assertThat(Wire.statements(() -> get(TEAMS))).isGreaterThan(1);
    }

    @Test
    void what_has_changed_is_answered_anew() {
        String tag = get(TEAMS).header("ETag");
        String team = world.team();
        assertThat(team).isNotNull();
        Response after = get(TEAMS, tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.header("ETag")).isNotEqualTo(tag);
        assertThat(get(TEAMS, after.header("ETag")).statusCode()).isEqualTo(304);
    }

    @Test
    void a_change_of_what_is_not_asked_for_changes_nothing() {
        String tag = get(TEAMS).header("ETag");
        world.cycle();
        KpiCalls.create(KpiCalls.freshKey("etag"), "DAILY", "UTC");
        assertThat(get(TEAMS, tag).statusCode()).isEqualTo(304);
    }

    @Test
    void a_value_changes_what_is_said_of_its_KPI() {
        String key = KpiCalls.freshKey("etag");
        KpiCalls.create(key, "DAILY", "UTC");
        String query = "{ kpi(key: \"" + key + "\") { latest { value } } }";
        String tag = get(query).header("ETag");
        KpiCalls.record(KpiCalls.item(key, "2026-11-20", "1"));
        Response after = get(query, tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.jsonPath().getString("data.kpi.latest.value")).isEqualTo("1");
        KpiCalls.record(KpiCalls.item(key, "2026-11-20", "1.0"));
        assertThat(get(query, after.header("ETag")).statusCode())
                .as("the same value again is no change")
                .isEqualTo(304);
    }

    @Test
    void a_review_changes_what_is_due_and_what_is_said_of_its_KPI() {
        String kpi = world.kpi("team", world.team());
        for (String query : new String[] {
            "{ kpi(key: \"" + kpi + "\") { reviews { nodes { whatChanged } } } }", "{ reviewsDue { key } }"
        }) {
            String tag = get(query).header("ETag");
            assertThat(get(query, tag).statusCode()).isEqualTo(304);
            Reviewed.review(kpi);
            assertThat(get(query, tag).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void an_objective_changes_what_is_said_of_the_review_that_it_was_opened_from() {
        String kpi = world.kpi();
        String review = Reviewed.review(kpi);
        String cycle = world.cycle();
        String query = "{ node(id: \"" + review + "\") { ... on KpiReview { objectives { title } } } }";
        String tag = get(query).header("ETag");
        assertThat(get(query, tag).statusCode()).isEqualTo(304);
        mutate("objectiveCreate", input("cycle", cycle, "title", "Opened", "openedFrom", review))
                .done();
        assertThat(get(query, tag).jsonPath().getList("data.node.objectives.title"))
                .containsExactly("Opened");
    }

    @Test
    void a_value_changes_the_gaps() {
        String team = world.team();
        String kpi = world.kpi("team", team);
        World.values(kpi, LocalDate.parse("2026-11-01"), 1);
        String query = "{ kpiGaps(team: \"" + team + "\") { distance } }";
        String tag = get(query).header("ETag");
        assertThat(get(query, tag).statusCode()).isEqualTo(304);
        World.values(kpi, LocalDate.parse("2026-11-02"), 101);
        assertThat(get(query, tag).jsonPath().getList("data.kpiGaps.distance")).containsExactly("1");
    }

    @Test
    void a_check_in_changes_the_tree() {
        String cycle = world.cycle();
        World.Measured result = world.objective(cycle).reach(0, 100);
        String query = "{ goalTree(cycle: \"" + cycle + "\") { roots { progress { ratio } } } }";
        String tag = get(query).header("ETag");
        assertThat(get(query, tag).statusCode()).isEqualTo(304);
        result.value("50");
        Response after = get(query, tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.jsonPath().getDouble("data.goalTree.roots[0].progress.ratio"))
                .isEqualTo(0.5);
    }

    @Test
    void a_value_of_a_kpi_changes_the_tree_that_it_feeds() {
        String cycle = world.cycle();
        String kpi = world.kpi();
        World.values(kpi, LocalDate.parse("2026-11-01"), 0);
        World.Goal goal = world.objective(cycle);
        goal.fed(kpi, 10);
        String query = "{ goalTree(cycle: \"" + cycle + "\") { roots { progress { ratio } } } }";
        String tag = get(query).header("ETag");
        assertThat(get(query, tag).statusCode()).isEqualTo(304);
        World.values(kpi, LocalDate.parse("2026-11-02"), 5);
        Response after = get(query, tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.jsonPath().getDouble("data.goalTree.roots[0].progress.ratio"))
                .isEqualTo(0.5);
    }

    @Test
    void what_is_expected_changes_with_the_day_though_nothing_is_written() {
        String query = "{ cycle(id: \"" + world.cycle() + "\") { expected } }";
        String tag = get(query).header("ETag");
        clock.advance(Duration.ofMinutes(20));
        assertThat(get(query, tag).statusCode()).isEqualTo(304);
        clock.advance(Duration.ofDays(1));
        assertThat(get(query, tag).statusCode()).isEqualTo(200);
    }

    @Test
    void staleness_is_looked_at_again_every_quarter_of_an_hour() {
        String query = "{ kpis(first: 1) { nodes { isStale } } }";
        String tag = get(query).header("ETag");
        assertThat(get(query, tag).statusCode()).isEqualTo(304);
        clock.advance(Duration.ofMinutes(15));
        assertThat(get(query, tag).statusCode()).isEqualTo(200);
    }

    @Test
    void a_tag_holds_for_its_own_question_only() {
        String tag = get(TEAMS).header("ETag");
        assertThat(get(TEAMS + " ", tag).statusCode()).isEqualTo(200);
        assertThat(get("{ teams(first: 1000) { nodes { name } } }", tag).statusCode())
                .isEqualTo(200);
        assertThat(asking(TEAMS)
                        .accept("application/graphql-response+json")
                        .header("If-None-Match", tag)
                        .get("/graphql")
                        .statusCode())
                .isEqualTo(200);
        String query = "query($n: Int) { teams(first: $n) { nodes { id } } }";
        String one = asking(query)
                .queryParam("variables", "{\"n\":1}")
                .get("/graphql")
                .header("ETag");
        assertThat(asking(query)
                        .queryParam("variables", "{\"n\":2}")
                        .header("If-None-Match", one)
                        .get("/graphql")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void one_of_several_tags_is_enough() {
        String tag = get(TEAMS).header("ETag");
        assertThat(get(TEAMS, "\"abc\", W/\"x.y\" , " + tag).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "\"\"",
                "W/\"\"",
                "W/\".\"",
                "\"a.b\"",
                "W/\"ÿ.é\"",
                ",,,",
                "W/\"MS4xLjEvNzAwOjcwMDo.AAAAAAAAAAAAAAAAAAAAAA\"",
                "W/\"JzsgZHJvcCB0YWJsZSB0ZWFtOyAtLQ.AAAAAAAAAAAAAAAAAAAAAA\""
            })
    void a_forged_tag_is_worth_nothing(String tag) {
        assertThat(get(TEAMS, tag).statusCode()).isEqualTo(200);
    }

    @Test
    void an_answer_with_errors_and_a_post_have_no_tag() {
        assertThat(get("{ kpis(first: 1, last: 1) { nodes { id } } }").header("ETag"))
                .isNull();
        assertThat(get("{ nope }").header("ETag")).isNull();
        assertThat(given().contentType("application/json")
                        .body("{\"query\": \"{ __typename }\"}")
                        .post("/graphql")
                        .header("ETag"))
                .isNull();
    }

    @Test
    void every_type_that_a_query_can_answer_says_what_it_depends_on() {
        Set<String> answered = new TreeSet<>();
        for (var type : schema.getAllTypesAsList()) {
            String name = type.getName();
            boolean written = name.equals("Mutation") || name.equals("Subscription") || name.endsWith("Payload");
            if (type instanceof GraphQLObjectType
                    && !name.startsWith("__")
                    && !written
                    && !ONLY_WRITTEN.contains(name)) {
                answered.add(name);
            }
        }
        assertThat(new TreeSet<>(Dependencies.load().types())).isEqualTo(answered);
    }

    /** Answered by mutations and subscriptions only. */
    private static final Set<String> ONLY_WRITTEN =
            Set.of("UserError", "KpiValueResult", "GoalChange", "KpiSignalEvent");

    private static RequestSpecification asking(String query) {
        return given().queryParam("query", query);
    }

    private static Response get(String query) {
        return asking(query).get("/graphql");
    }

    private static Response get(String query, String tag) {
        return asking(query).header("If-None-Match", tag).get("/graphql");
    }
}
