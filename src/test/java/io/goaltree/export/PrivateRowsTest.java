package io.goaltree.export;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.Sql;
import io.goaltree.World.Goal;
import io.goaltree.access.Right;
import io.goaltree.access.Who;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of private objectives: for whom, as of when, and not for those who read by SQL. */
@QuarkusTest
class PrivateRowsTest extends ApiTest {
    @Inject
    KeptCycleService kept;

    @Inject
    Sql sql;

    private String cycle;
    private Goal parent;
    private Goal goal;
    private Who insider;
    private Who outsider;

    @BeforeEach
    void aPrivateGoal() {
        cycle = world.startedCycle();
        String team = world.team();
        parent = world.objectiveAt(cycle, 0);
        goal = world.objectiveAt(cycle, 100).under(parent);
        mutate("objectiveUpdate", input("id", goal.id, "expectedVersion", 0, "team", team, "visibility", "TEAM"))
                .done();
        insider = As.bound(Set.of(Right.READ), team);
        outsider = As.bound(Set.of(Right.READ), world.team());
    }

    @Test
    void rows_kept_for_sql_are_those_of_public_objectives_and_count_the_others() {
        kept.refresh(Ids.uuid(Kind.CYCLE, cycle));
        assertThat(rows("select objective_id || ' ' || ratio from bi_v1.cycle_summary where cycle_id = '%s'"))
                .containsExactly(parent.id + " 0.5");
        assertThat(rows("select distinct objective_id from bi_v1.key_results where cycle_id = '%s'"))
                .containsExactly(parent.id);
        see(1, "PUBLIC");
        kept.refresh(Ids.uuid(Kind.CYCLE, cycle));
        assertThat(rows("select objective_id from bi_v1.cycle_summary where cycle_id = '%s'"))
                .containsExactlyInAnyOrder(parent.id, goal.id);
        see(2, "TEAM");
        kept.refresh(Ids.uuid(Kind.CYCLE, cycle));
        assertThat(rows("select objective_id from bi_v1.cycle_summary where cycle_id = '%s'"))
                .containsExactly(parent.id);
    }

    @Test
    void what_becomes_public_is_in_the_next_incremental_load_of_those_who_did_not_see_it() {
        String before = asOf(outsider);
        String beforeInside = asOf(insider);
        clock.advance(Duration.ofMinutes(5));
        see(1, "PUBLIC");
        clock.advance(Duration.ofMinutes(5));
        assertThat(changed(outsider, "cycleSummaryRows", "objectiveId", before)).containsExactly(goal.id);
        assertThat(changed(outsider, "keyResultRows", "objectiveId", before)).containsExactly(goal.id);
        assertThat(changed(insider, "cycleSummaryRows", "objectiveId", beforeInside))
                .isEmpty();
    }

    @Test
    void what_ceases_to_be_seen_is_in_no_later_load() {
        see(1, "PUBLIC");
        clock.advance(Duration.ofMinutes(5));
        String before = asOf(outsider);
        clock.advance(Duration.ofMinutes(5));
        see(2, "TEAM");
        clock.advance(Duration.ofMinutes(5));
        assertThat(changed(outsider, "cycleSummaryRows", "objectiveId", before)).isEmpty();
    }

    @Test
    void a_tag_of_somebody_who_sees_is_no_use_to_somebody_who_does_not() {
        String path = "/export/cycle-summary.csv?cycle=" + cycle;
        String inside = As.caller(insider, () -> given().get(path)).header("ETag");
        Response again =
                As.caller(insider, () -> given().header("If-None-Match", inside).get(path));
        assertThat(again.statusCode()).isEqualTo(304);
        Response other = As.caller(
                outsider, () -> given().header("If-None-Match", inside).get(path));
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.asString()).contains(parent.id).doesNotContain(goal.id);
    }

    private void see(int version, String visibility) {
        mutate("objectiveUpdate", input("id", goal.id, "expectedVersion", version, "visibility", visibility))
                .done();
    }

    private List<String> rows(String query) {
        return sql.strings(query.formatted(cycle));
    }

    private String asOf(Who who) {
        return As.caller(
                        who,
                        () -> ask(
                                "query($cycle: String!) { cycleSummaryRows(cycle: $cycle) { asOf } }", "cycle", cycle))
                .string("cycleSummaryRows.asOf");
    }

    private List<String> changed(Who who, String door, String field, String since) {
        return As.caller(
                        who,
                        () -> ask(
                                "query($cycle: String!, $since: DateTime) { rows: " + door
                                        + "(cycle: $cycle, updatedSince: $since) { nodes { " + field + " } } }",
                                "cycle",
                                cycle,
                                "since",
                                since))
                .list("rows.nodes." + field);
    }
}
