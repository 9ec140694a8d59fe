package io.goaltree.gate;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.As;
import io.goaltree.GraphQl.Answer;
import io.goaltree.Sql;
import io.goaltree.World;
import io.goaltree.access.Right;
import io.goaltree.access.Subject;
import io.goaltree.access.Who;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gate before mutations tells whom. */
@QuarkusTest
class MutationGateTest extends ApiTest {
    private static final String RECORD = "mutation($input: KpiValuesRecordInput!) { kpiValuesRecord(input: $input)"
            + " { replayed results { index status error { code path } } userErrors { code path } } }";

    @Inject
    Sql sql;

    private Planted planted;

    @BeforeEach
    void plant() {
        planted = new Planted(world, sql);
    }

    @Test
    void what_is_not_seen_is_refused_word_for_word_as_what_is_not_there() {
        Who outside = As.bound(As.allButAdmin(), planted.beside);
        String objective = planted.id(Subject.OBJECTIVE);
        String keyResult = planted.id(Subject.KEY_RESULT);
        String milestone = planted.id(Subject.MILESTONE);
        hide(objective);
        String own = own();
        same(outside, "objectiveCancel", "id", objective);
        same(outside, "objectiveUpdate", "id", objective, "expectedVersion", 0, "title", "");
        same(outside, "objectiveAlign", "child", objective, "parent", planted.id(Subject.GOAL));
        same(outside, "objectiveUnalign", "child", own, "parent", objective);
        same(outside, "objectiveUnalign", "child", own, "parent", keyResult);
        same(outside, "guardrailAdd", "objective", objective, "kpi", planted.kpiKey);
        same(outside, "kpiPromote", "objective", objective, "kpi", planted.kpiKey);
        same(outside, "keyResultCreate", "objective", objective, "spec", input("title", ""));
        same(outside, "keyResultCancel", "id", keyResult);
        same(outside, "keyResultScore", "id", keyResult, "score", 7, "reason", "");
        same(outside, "keyResultUpdate", "id", keyResult, "expectedVersion", 0);
        same(outside, "keyResultGraduate", "keyResult", keyResult);
        same(outside, "checkInRecord", "keyResult", keyResult, "confidence", 9);
        same(outside, "milestoneMark", "milestone", milestone, "done", true);
    }

    @Test
    void who_has_not_the_right_is_not_told_what_is_there() {
        Who reader = As.unbound(Right.READ);
        for (String id : List.of(planted.id(Subject.OBJECTIVE), World.unknown("obj"))) {
            As.caller(reader, () -> world.refused("objectiveCancel", input("id", id)))
                    .with("NOT_ALLOWED", "input", "objectiveCancel needs the right WRITE_GOALS; you do not have it");
        }
    }

    @Test
    void an_alignment_that_counts_needs_both_ends_and_one_that_does_not_needs_the_child() {
        String own = own();
        Who writer = As.bound(As.allButAdmin(), planted.beside);
        Map<String, Object> align = input("child", own, "parent", planted.id(Subject.GOAL));
        assertThat(codesAndPaths(writer, "objectiveAlign", align)).containsExactly("NOT_ALLOWED [input, parent]");
        align.put("weight", 0);
        assertThat(codesAndPaths(writer, "objectiveAlign", align)).isEmpty();
        assertThat(codesAndPaths(writer, "objectiveUnalign", input("child", own, "parent", planted.id(Subject.GOAL))))
                .isEmpty();
    }

    @Test
    void nobody_gives_to_a_team_beyond_their_reach_or_takes_from_all_teams() {
        Who writer = As.bound(As.allButAdmin(), planted.team);
        Map<String, Object> update =
                input("id", planted.id(Subject.OBJECTIVE), "expectedVersion", 0, "team", planted.beside);
        assertThat(codesAndPaths(writer, "objectiveUpdate", update)).containsExactly("NOT_ALLOWED [input, team]");
        update.put("team", null);
        assertThat(codesAndPaths(writer, "objectiveUpdate", update)).containsExactly("NOT_ALLOWED [input, team]");
        update.remove("team");
        assertThat(codesAndPaths(writer, "objectiveUpdate", update)).doesNotContain("NOT_ALLOWED [input, team]");
        Map<String, Object> create = input("cycle", planted.id(Subject.CYCLE), "title", "Of no team");
        assertThat(codesAndPaths(writer, "objectiveCreate", create)).containsExactly("NOT_ALLOWED [input, team]");
        Who admin = As.bound(Set.of(Right.ADMIN), planted.team);
        assertThat(codesAndPaths(
                        admin, "personCreate", input("name", "Bo", "email", world.email(), "teams", List.of())))
                .containsExactly("NOT_ALLOWED [input, teams]");
        assertThat(codesAndPaths(
                        admin,
                        "personUpdate",
                        input(
                                "id",
                                planted.owner,
                                "expectedVersion",
                                0,
                                "teams",
                                List.of(planted.team, planted.beside))))
                .containsExactly("NOT_ALLOWED [input, teams, 1]");
    }

    @Test
    void a_key_that_looks_like_the_id_of_something_else_lends_no_reach() {
        String ofNobody = ask("query($key: String) { kpi(key: $key) { id } }", "key", world.kpi())
                .string("kpi.id");
        String disguised = Ids.uuid(Kind.KPI, ofNobody).toString();
        Who writer = As.bound(As.allButAdmin(), planted.team);
        Map<String, Object> kpi = input("key", disguised, "name", "Mine", "team", planted.team);
        kpi.putAll(input("direction", "HIGHER_IS_BETTER", "cadence", "DAILY"));
        assertThat(codesAndPaths(writer, "kpiCreate", kpi)).isEmpty();
        assertThat(codesAndPaths(
                        writer,
                        "kpiUpdate",
                        input("id", ofNobody, "expectedVersion", 0, "companions", List.of(disguised))))
                .containsExactly("NOT_ALLOWED [input, id]");
    }

    @Test
    void a_person_checks_in_on_what_they_own_without_a_right_and_elsewhere_not() {
        Who owner = As.person(planted.owner, Set.of(), planted.beside);
        Map<String, Object> checkIn = input("keyResult", planted.id(Subject.KEY_RESULT), "value", 4);
        assertThat(codesAndPaths(owner, "checkInRecord", checkIn)).isEmpty();
        assertThat(codesAndPaths(owner, "objectiveCancel", input("id", planted.id(Subject.OBJECTIVE))))
                .containsExactly("NOT_ALLOWED [input]");
        Who other = As.person(world.person(), Set.of(Right.READ), planted.team);
        assertThat(codesAndPaths(other, "checkInRecord", checkIn)).containsExactly("NOT_ALLOWED [input]");
    }

    @Test
    void values_are_refused_one_by_one_over_graphql_and_at_the_door_for_scripts() {
        String beside = world.kpi("team", planted.beside);
        String ofNobody = world.kpi();
        Who writer = As.bound(Set.of(Right.WRITE_VALUES), planted.team);
        List<Object> values = List.of(value(planted.kpiKey), value(beside), value(ofNobody));
        Answer answer = As.caller(writer, () -> ask(RECORD, "input", input("values", values)));
        assertThat(answer.<String>list("kpiValuesRecord.results.status"))
                .containsExactly("CREATED", "REJECTED", "REJECTED");
        assertThat(answer.<String>list("kpiValuesRecord.results.error.code"))
                .containsExactly("NOT_ALLOWED", "NOT_ALLOWED");
        String body = new io.vertx.core.json.JsonArray(List.of(value(planted.kpiKey), value(beside))).encode();
        String told = As.caller(
                writer,
                () -> RestAssured.given()
                        .contentType("application/json")
                        .body(body)
                        .post("/ingest/kpi-values")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        assertThat(told).contains("UNCHANGED", "REJECTED", "NOT_ALLOWED");
    }

    @Test
    void nobody_is_told_the_answer_to_a_call_of_somebody_else() {
        Map<String, Object> call = input("values", List.of(value(planted.kpiKey)), "idempotencyKey", world.key("once"));
        Who one = As.unbound(Right.WRITE_VALUES);
        Who other = As.bound(Set.of(Right.WRITE_VALUES), planted.beside);
        As.caller(one, () -> ask(RECORD, "input", call));
        Answer again = As.caller(one, () -> ask(RECORD, "input", call));
        assertThat(again.<Boolean>get("kpiValuesRecord.replayed")).isTrue();
        Answer theirs = As.caller(other, () -> ask(RECORD, "input", call));
        assertThat(theirs.<Boolean>get("kpiValuesRecord.replayed")).isFalse();
        assertThat(theirs.<String>list("kpiValuesRecord.results.error.code")).containsExactly("NOT_ALLOWED");
    }

    @Test
    void what_a_mutation_answers_is_seen_with_the_eyes_of_its_caller() {
        String own = own();
        mutate("objectiveAlign", input("child", own, "parent", planted.id(Subject.OBJECTIVE)))
                .done();
        hide(planted.id(Subject.OBJECTIVE));
        Who writer = As.bound(As.allButAdmin(), planted.beside);
        Answer answer = As.caller(
                writer,
                () -> ask(
                        "mutation($input: ObjectiveUpdateInput!) { objectiveUpdate(input: $input) { userErrors { code }"
                                + " objective { title parents { parentObjective { id } } } } }",
                        "input",
                        input("id", own, "expectedVersion", 0, "title", "Own still")));
        assertThat(answer.string("objectiveUpdate.objective.title"))
                .as(answer.text())
                .isEqualTo("Own still");
        assertThat(answer.<Object>list("objectiveUpdate.objective.parents")).isEmpty();
    }

    @Test
    void the_way_of_a_loop_names_only_what_was_given_to_those_who_do_not_see_everything() {
        String cycle = planted.id(Subject.CYCLE);
        List<String> chain = new java.util.ArrayList<>();
        for (String title : List.of("First", "Between", "Last")) {
            chain.add(mutate("objectiveCreate", input("cycle", cycle, "team", planted.beside, "title", title))
                    .done()
                    .id());
        }
        mutate("objectiveAlign", input("child", chain.get(0), "parent", chain.get(1)))
                .done();
        mutate("objectiveAlign", input("child", chain.get(1), "parent", chain.get(2)))
                .done();
        sql.execute(
                "update objective set visibility = 'TEAM', team_id = ? where id = ?",
                Ids.uuid(Kind.TEAM, planted.team),
                Ids.uuid(Kind.OBJECTIVE, chain.get(1)));
        Who writer = As.bound(As.allButAdmin(), planted.beside);
        Map<String, Object> closing = input("child", chain.get(2), "parent", chain.get(0));
        String limited = As.caller(
                writer, () -> mutate("objectiveAlign", closing).answer().text());
        assertThat(limited)
                .contains("ALIGNMENT_LOOP", "an objective that you do not see", "First", "Last")
                .doesNotContain("Between");
        assertThat(mutate("objectiveAlign", closing).answer().text()).contains("Between");
    }

    @Test
    void a_copy_that_became_private_is_not_answered_to_those_who_do_not_see_it() {
        String own = own();
        String next = world.cycle("2027-01-01", "2027-03-31");
        Map<String, Object> carry = input("into", next, "objectives", List.of(own));
        String query = "mutation($input: ObjectiveCarryOverInput!) { objectiveCarryOver(input: $input)"
                + " { objectives { id } userErrors { code } } }";
        String copy = ask(query, "input", carry).string("objectiveCarryOver.objectives[0].id");
        Who writer = As.bound(As.allButAdmin(), planted.beside);
        assertThat(As.caller(writer, () -> ask(query, "input", carry)).<Object>list("objectiveCarryOver.objectives"))
                .containsExactly(Map.of("id", copy));
        mutate("objectiveUpdate", input("id", copy, "expectedVersion", 0, "team", planted.team))
                .done();
        hide(copy);
        assertThat(As.caller(writer, () -> ask(query, "input", carry)).<Object>list("objectiveCarryOver.objectives"))
                .isEmpty();
    }

    /** An objective of the team beside. */
    private String own() {
        return mutate(
                        "objectiveCreate",
                        input("cycle", planted.id(Subject.CYCLE), "team", planted.beside, "title", "Own"))
                .done()
                .id();
    }

    private static Object value(String kpi) {
        return input("kpi", kpi, "at", "2026-11-10", "value", 8);
    }

    /** Makes an objective private to the team that is planted. */
    private void hide(String objective) {
        sql.execute("update objective set visibility = 'TEAM' where id = ?", Ids.uuid(Kind.OBJECTIVE, objective));
    }

    /** The first field is about what is hidden; or, where it is not, the second is. */
    private void same(Who who, String mutation, Object... fields) {
        Map<String, Object> hidden = input(fields);
        Map<String, Object> absent = new LinkedHashMap<>(hidden);
        String field = mutation.equals("objectiveUnalign") ? "parent" : (String) fields[0];
        String id = (String) hidden.get(field);
        String nothing = id.substring(0, id.indexOf('_') + 1)
                + UUID.randomUUID().toString().replace("-", "");
        absent.put(field, nothing);
        List<Map<String, Object>> ofHidden =
                As.caller(who, () -> world.refused(mutation, hidden).userErrors());
        List<Map<String, Object>> ofAbsent =
                As.caller(who, () -> world.refused(mutation, absent).userErrors());
        assertThat(ofHidden).as(mutation).isNotEmpty();
        assertThat(ofHidden.get(0))
                .as(mutation)
                .containsEntry("code", "NOT_FOUND")
                .containsEntry("path", List.of("input", field));
        assertThat(ofHidden.toString().replace(id, "it"))
                .as(mutation)
                .isEqualTo(ofAbsent.toString().replace(nothing, "it"));
    }

    private static List<String> codesAndPaths(Who who, String mutation, Map<String, Object> input) {
        return As.caller(who, () -> mutate(mutation, input)).userErrors().stream()
                .map(error -> error.get("code") + " " + error.get("path"))
                .toList();
    }
}
