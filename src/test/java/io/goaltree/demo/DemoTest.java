package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.Later;
import io.goaltree.TestClock;
import io.goaltree.team.PersonCreateInput;
import io.goaltree.team.PersonService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** In the order written, because the first tests look at what the start has loaded. */
@QuarkusTest
@TestProfile(DemoProfile.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {
    private static final String TREE = """
            { goalTree(cycle: "%s") { objectiveCount objectives { title depth team { key } owner { email }
                progress { ratio status } parents { weight parentObjective { team { key } } parentKeyResult { id } }
                keyResults { owner { email } progress { status } measure { kind: __typename } } } } }
            """;
    private static final String ROWS = """
            select (select count(*) from team) || ' ' || (select count(*) from person) || ' '
                || (select count(*) from cycle) || ' ' || (select count(*) from objective) || ' '
                || (select count(*) from key_result) || ' ' || (select count(*) from check_in) || ' '
                || (select count(*) from kpi) || ' ' || (select count(*) from kpi_value)
            """;
    private static final String WHOLE = "8 16 5 46 118 1095 24 1514";
    private static final String NOTHING = "0 0 0 0 0 0 0 0";

    @Inject
    DemoService demo;

    @Inject
    PersonService people;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    @Order(1)
    void the_start_has_loaded_it_into_the_empty_database() {
        assertThat(one(ROWS)).isEqualTo(WHOLE);
    }

    @Test
    @Order(2)
    void a_second_load_changes_nothing() {
        assertThat(demo.load()).isEmpty();
        assertThat(one(ROWS)).isEqualTo(WHOLE);
    }

    @Test
    @Order(3)
    void the_current_quarter_has_forty_objectives_on_three_levels() {
        JsonPath tree = query(TREE.formatted("demo-q3"));
        assertThat(tree.getInt("data.goalTree.objectiveCount")).isEqualTo(40);
        List<Integer> depths = tree.getList("data.goalTree.objectives.depth");
        assertThat(Stream.of(0, 1, 2).map(depth -> Collections.frequency(depths, depth)))
                .containsExactly(5, 13, 22);
        assertThat(tree.getList("data.goalTree.objectives.owner.email")).doesNotContainNull();
        assertThat(tree.<String>getList("data.goalTree.objectives.progress.status"))
                .contains("NOT_MEASURED", "BEHIND", "AT_RISK", "ON_TRACK", "ACHIEVED");
    }

    @Test
    @Order(3)
    void it_has_a_hundred_and_ten_key_results_of_all_measures_in_every_status() {
        JsonPath tree = query(TREE.formatted("demo-q3"));
        List<String> measures = tree.getList("data.goalTree.objectives.keyResults.measure.kind.flatten()");
        assertThat(measures).hasSize(110);
        assertThat(Stream.of("ReachMeasure", "HoldMeasure", "MilestoneMeasure")
                        .map(kind -> Collections.frequency(measures, kind)))
                .containsExactly(70, 20, 20);
        assertThat(tree.<String>getList("data.goalTree.objectives.keyResults.progress.status.flatten()"))
                .contains("NOT_MEASURED", "BEHIND", "AT_RISK", "ON_TRACK", "ACHIEVED");
        assertThat(tree.getList("data.goalTree.objectives.keyResults.owner.email.flatten()"))
                .hasSize(110)
                .doesNotContainNull();
    }

    @Test
    @Order(3)
    void alignments_are_of_every_kind() {
        List<Map<String, Object>> objectives = query(TREE.formatted("demo-q3")).getList("data.goalTree.objectives");
        assertThat(objectives.stream().filter(it -> objectiveParents(it).count() > 1))
                .hasSizeGreaterThan(3);
        assertThat(objectives.stream()
                        .filter(it -> objectiveParents(it).anyMatch(parent -> !team(it).equals(team(parent)))))
                .hasSizeGreaterThan(10);
        assertThat(one("select count(distinct weight) from alignment")).isEqualTo("4");
        assertThat(one("select count(*) from alignment where weight = 0 and parent_objective_id is not null"))
                .isEqualTo("2");
        assertThat(one("select count(*) from alignment where parent_key_result_id is not null"))
                .isEqualTo("3");
    }

    @Test
    @Order(3)
    void the_year_is_one_level_higher() {
        JsonPath tree = query(TREE.formatted("demo-year"));
        assertThat(tree.getInt("data.goalTree.objectiveCount")).isEqualTo(44);
        List<Integer> depths = tree.getList("data.goalTree.objectives.depth");
        assertThat(Stream.of(0, 1, 2, 3).map(depth -> Collections.frequency(depths, depth)))
                .containsExactly(4, 5, 13, 22);
    }

    @Test
    @Order(3)
    void the_third_quarter_is_the_current_one_in_its_thirteenth_week() {
        JsonPath cycles =
                query("{ currentCycle { key startsOn endsOn } cycles(first: 10) { edges { node { key state } } } }");
        assertThat(cycles.getMap("data.currentCycle"))
                .isEqualTo(Map.of("key", "demo-q3", "startsOn", "2026-08-30", "endsOn", "2026-11-28"));
        assertThat(one("select string_agg(key || ' ' || state, ', ' order by key) from cycle"))
                .isEqualTo("demo-q1 ACTIVE, demo-q2 CLOSED, demo-q3 ACTIVE, demo-q4 PLANNED, demo-year ACTIVE");
    }

    @Test
    @Order(3)
    void kpis_of_every_health_and_cadence_end_with_the_last_finished_period() {
        List<String> healths = query("{ kpis(first: 50) { edges { node { health isStale } } } }")
                .getList("data.kpis.edges.node.health");
        assertThat(healths).hasSize(24).contains("HEALTHY", "WARNING", "UNHEALTHY", "UNDEFINED", "NO_DATA");
        assertThat(one("select string_agg(distinct cadence, ' ' order by cadence) from kpi"))
                .isEqualTo("DAILY MONTHLY QUARTERLY WEEKLY");
        assertThat(one("""
                        select string_agg(distinct k.cadence || ' ' || last, ', ') from kpi k join lateral
                            (select max(period_start) as last from kpi_value v where v.kpi_id = k.id) v
                            on v.last is not null and k.key <> 'fuel-per-seat'
                        """)).isEqualTo("DAILY 2026-11-21, MONTHLY 2026-10-01, QUARTERLY 2026-07-01, WEEKLY 2026-11-09");
        assertThat(query("{ kpi(key: \"fuel-per-seat\") { isStale } }").getBoolean("data.kpi.isStale"))
                .isTrue();
    }

    @Test
    @Order(3)
    void kpis_show_noise_and_change_and_the_way_into_goals_and_back() {
        Map<String, Map<String, Object>> kpis = query("""
                        { kpis(first: 50) { nodes { key holds graduatedFrom { title } behaviour { verdict direction }
                            keyResults { title objective { cycle { key } } } } } }
                        """).<Map<String, Object>>getList("data.kpis.nodes").stream()
                .collect(Collectors.toMap(kpi -> (String) kpi.get("key"), kpi -> kpi));
        assertThat(behaviour(kpis, "mishandled-bags")).isEqualTo("NOISE null");
        assertThat(behaviour(kpis, "turnaround-minutes")).isEqualTo("SIGNAL IMPROVING");
        assertThat(behaviour(kpis, "tickets-closed")).isEqualTo("SIGNAL IMPROVING");
        assertThat(behaviour(kpis, "first-contact-resolution")).isEqualTo("SIGNAL WORSENING");
        assertThat(kpis.get("lead-time").get("keyResults").toString())
                .contains("Median time from commit to passengers", "demo-year");
        assertThat(kpis.get("restore-time")).containsEntry("holds", true);
        assertThat(kpis.get("net-promoter-score")).containsEntry("holds", false);
        assertThat(kpis.get("net-promoter-score").get("graduatedFrom").toString())
                .contains("Net promoter score after the trip");
        assertThat(query("{ goalTree(cycle: \"demo-year\") { objectives { guardrails { kpi { key } state } } } }")
                        .<Map<String, Object>>getList("data.goalTree.objectives.guardrails.flatten()"))
                .contains(Map.of("kpi", Map.of("key", "mishandled-bags"), "state", "BREACHED"));
        assertThat(query("{ goalTree(cycle: \"demo-q2\") { objectives { outcome } } }")
                        .<String>getList("data.goalTree.objectives.outcome"))
                .containsExactly("ACHIEVED", "ACHIEVED");
        assertThat(query("{ findings { code } }").<String>getList("data.findings.code"))
                .contains(
                        "COMPANIONS_DIVERGE",
                        "GRADUATED_LEVEL_LOST",
                        "OPENED_ON_NOISE",
                        "TARGET_WITHIN_NOISE",
                        "KPI_WITHOUT_RANGE",
                        "KPI_STALE",
                        "KPI_REVIEW_OVERDUE",
                        "TOO_MANY_OBJECTIVES",
                        "TOO_FEW_KPIS",
                        "CHECK_IN_OVERDUE");
    }

    private static String behaviour(Map<String, Map<String, Object>> kpis, String key) {
        Map<?, ?> behaviour = (Map<?, ?>) kpis.get(key).get("behaviour");
        return behaviour.get("verdict") + " " + behaviour.get("direction");
    }

    @Test
    @Order(4)
    void a_refusal_fails_the_start_and_leaves_nothing_behind() {
        empty();
        PersonCreateInput input = new PersonCreateInput();
        input.name = "Somebody else";
        input.email = "oliver.hughes@example.com";
        DemoRefused.unless(people.create(input));
        assertThatThrownBy(demo::load)
                .isInstanceOf(DemoRefused.class)
                .hasMessageContaining("DUPLICATE_KEY")
                .hasMessageContaining("oliver.hughes@example.com");
        assertThat(one(ROWS)).isEqualTo("0 1 0 0 0 0 0 0");
    }

    @Test
    @Order(5)
    void it_loads_just_as_well_on_the_last_day_of_february() {
        empty();
        assertThat(one(ROWS)).isEqualTo(NOTHING);
        clock.set(Instant.parse("2027-02-28T23:30:00Z"));
        demo.load();
        assertLoadedOn(LocalDate.of(2027, 2, 28));
    }

    @Test
    @Order(6)
    void two_replicas_that_start_on_a_leap_day_load_it_once() {
        empty();
        clock.set(Instant.parse("2028-02-29T00:30:00Z"));
        CompletableFuture<Optional<Loaded>> other = Later.of(demo::load);
        Optional<Loaded> own = demo.load();
        assertThat(Stream.of(own, other.join()).flatMap(Optional::stream))
                .singleElement()
                .hasToString("8 teams, 16 people, 5 cycles, 46 objectives, 118 key results, 1095 check-ins, "
                        + "24 KPIs with 1514 values");
        assertLoadedOn(LocalDate.of(2028, 2, 29));
    }

    private void assertLoadedOn(LocalDate today) {
        assertThat(one(ROWS)).isEqualTo(WHOLE);
        assertThat(query("{ currentCycle { key } }").getString("data.currentCycle.key"))
                .isEqualTo("demo-q3");
        JsonPath tree = query(TREE.formatted("demo-q3"));
        assertThat(tree.getInt("data.goalTree.objectiveCount")).isEqualTo(40);
        assertThat(tree.<String>getList("data.goalTree.objectives.progress.status"))
                .contains("NOT_MEASURED", "BEHIND", "AT_RISK", "ON_TRACK", "ACHIEVED");
        assertThat(one("select count(*) from check_in where measured_at::date >= date '" + today + "'"))
                .isEqualTo("0");
        assertThat(one("""
                        select count(*) from kpi_value v join kpi k on k.id = v.kpi_id
                        where v.period_end >= (timestamptz '%s' at time zone k.zone)::date
                        """.formatted(clock.instant()))).isEqualTo("0");
    }

    private static Stream<Object> objectiveParents(Map<?, ?> objective) {
        return ((List<?>) objective.get("parents"))
                .stream().flatMap(it -> Stream.ofNullable(((Map<?, ?>) it).get("parentObjective")));
    }

    private static Object team(Object objective) {
        return ((Map<?, ?>) ((Map<?, ?>) objective).get("team")).get("key");
    }

    private static JsonPath query(String query) {
        JsonPath answer = RestAssured.given()
                .contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .jsonPath();
        assertThat(answer.getList("errors")).isNull();
        return answer;
    }

    private void empty() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate team, person, cycle, objective, key_result, kpi, kpi_value cascade");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String one(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
