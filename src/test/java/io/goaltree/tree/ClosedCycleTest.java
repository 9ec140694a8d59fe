package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import io.goaltree.ApiTest;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.goaltree.review.Reviewed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A closed cycle refuses every write that would change it. */
@QuarkusTest
class ClosedCycleTest extends ApiTest {
    /** What changes no cycle that is there, or moves it on in its life. */
    private static final Set<String> OTHERS = Set.of(
            "apiTokenCreate",
            "apiTokenRevoke",
            "teamCreate",
            "teamUpdate",
            "personCreate",
            "personUpdate",
            "cycleCreate",
            "cycleStart",
            "cycleBeginClosing",
            "cycleClose",
            "cycleReopen",
            "kpiCreate",
            "kpiUpdate",
            "kpiArchive",
            "kpiReviewRecord",
            "kpiRedefine",
            "kpiRebase",
            // Changes the KPI; GraduationTest tries it with a closed cycle.
            "keyResultGraduate",
            "kpiValuesRecord",
            // Answers a list; CarryOverAgainTest tries it.
            "objectiveCarryOver");

    private record Attempt(String mutation, String path, Map<String, Object> input) {}

    @Inject
    GraphQLSchema schema;

    @Test
    void every_mutation_is_refused_with_CYCLE_CLOSED_at_what_is_closed_and_no_row_changes() {
        Set<String> tried = new TreeSet<>(OTHERS);
        for (Attempt attempt : attempts()) {
            world.refused(attempt.mutation(), attempt.input()).with("CYCLE_CLOSED", attempt.path(), "closed", "reopen");
            tried.add(attempt.mutation());
        }
        assertThat(schema.getMutationType().getFieldDefinitions())
                .as("a new mutation is tried above, or listed among those that change no cycle")
                .extracting(GraphQLFieldDefinition::getName)
                .isSubsetOf(tried);
    }

    private List<Attempt> attempts() {
        String year = world.cycle("2026-01-01", "2026-12-31");
        String cycle = world.cycle("2026-10-01", "2026-12-31", year);
        Goal frozen = world.objective(cycle);
        Measured reach = frozen.reach(0, 100);
        Measured milestones = frozen.milestones(1);
        String milestone = milestones
                .<List<String>>get("measure { ... on MilestoneMeasure { milestones { id } } }", "measure.milestones.id")
                .get(0);
        String open = world.cycle();
        Goal free = world.objective(open);
        Goal below = world.objective(open).under(frozen);
        Goal explaining = world.objective(open).under(reach, 1);
        Goal above = world.objective(open);
        frozen.under(above);
        String kpi = kpi();
        String other = kpi();
        mutate("guardrailAdd", input("objective", frozen.id, "kpi", kpi)).done();
        world.closed(cycle);
        Map<String, Object> spec = input("title", "New", "reach", input("baseline", 0, "target", 1));

        List<Attempt> attempts = new ArrayList<>();
        attempts.add(new Attempt("cycleUpdate", "id", input("id", cycle, "expectedVersion", 3, "name", "New")));
        attempts.add(new Attempt("cycleUpdate", "id", input("id", cycle, "expectedVersion", 3, "parent", null)));
        attempts.add(
                new Attempt("cycleUpdate", "id", input("id", cycle, "expectedVersion", 3, "endsOn", "2026-12-30")));
        attempts.add(new Attempt("objectiveCreate", "cycle", input("cycle", cycle, "title", "New")));
        attempts.add(new Attempt(
                "objectiveCreate", "cycle", input("cycle", cycle, "title", "New", "openedFrom", Reviewed.review(kpi))));
        attempts.add(
                new Attempt("objectiveCreate", "parent", input("cycle", open, "title", "New", "parent", frozen.id)));
        attempts.add(
                new Attempt("objectiveCreate", "parent", input("cycle", open, "title", "New", "parent", reach.id)));
        attempts.add(
                new Attempt("objectiveUpdate", "id", input("id", frozen.id, "expectedVersion", 1, "title", "New")));
        attempts.add(new Attempt("objectiveCancel", "id", input("id", frozen.id)));
        attempts.add(new Attempt("objectiveAlign", "child", input("child", frozen.id, "parent", free.id)));
        attempts.add(new Attempt("objectiveAlign", "parent", input("child", free.id, "parent", frozen.id)));
        attempts.add(new Attempt("objectiveAlign", "parent", input("child", free.id, "parent", reach.id)));
        attempts.add(
                new Attempt("objectiveAlign", "parent", input("child", below.id, "parent", frozen.id, "weight", 2)));
        attempts.add(new Attempt("objectiveUnalign", "child", input("child", frozen.id, "parent", above.id)));
        attempts.add(new Attempt("objectiveUnalign", "parent", input("child", below.id, "parent", frozen.id)));
        attempts.add(new Attempt("objectiveUnalign", "parent", input("child", explaining.id, "parent", reach.id)));
        attempts.add(new Attempt("keyResultCreate", "objective", input("objective", frozen.id, "spec", spec)));
        attempts.add(new Attempt("keyResultUpdate", "id", input("id", reach.id, "expectedVersion", 1, "title", "New")));
        attempts.add(new Attempt("keyResultUpdate", "id", input("id", reach.id, "expectedVersion", 1, "weight", 2)));
        attempts.add(new Attempt("keyResultCancel", "id", input("id", reach.id)));
        attempts.add(new Attempt("keyResultScore", "id", input("id", reach.id, "score", 1, "reason", "Late")));
        attempts.add(new Attempt("checkInRecord", "keyResult", input("keyResult", reach.id, "value", 1)));
        attempts.add(new Attempt("checkInRecord", "keyResult", input("keyResult", reach.id, "note", "Late")));
        attempts.add(new Attempt("guardrailAdd", "objective", input("objective", frozen.id, "kpi", other)));
        attempts.add(new Attempt("guardrailRemove", "objective", input("objective", frozen.id, "kpi", kpi)));
        attempts.add(new Attempt("kpiPromote", "objective", input("kpi", kpi, "objective", frozen.id, "target", 50)));
        attempts.add(new Attempt("milestoneMark", "milestone", input("milestone", milestone, "done", true)));
        return attempts.stream()
                .map(it -> new Attempt(it.mutation(), "input." + it.path(), it.input()))
                .toList();
    }

    private String kpi() {
        String key = world.key("kpi");
        mutate(
                        "kpiCreate",
                        input("key", key, "name", "K", "direction", "HIGHER_IS_BETTER", "cadence", "DAILY", "lower", 1))
                .done();
        ask(
                "mutation($input: KpiValuesRecordInput!) { kpiValuesRecord(input: $input) { created } }",
                "input",
                input("values", List.of(input("kpi", key, "at", "2026-11-20", "value", 7))));
        return key;
    }

    @Test
    void what_lies_in_an_open_cycle_below_it_still_takes_writes_of_its_own() {
        String cycle = world.cycle();
        String open = world.cycle();
        Goal parent = world.objective(cycle);
        Goal child = world.objective(open).under(parent);
        Measured measured = child.reach(0, 100);
        world.closed(cycle);
        measured.value(40);
        assertThat(child.ratio()).isEqualTo(0.4);
        assertThat(parent.ratio()).isEqualTo(0.0);
        assertThat(ask("query($id: ID!) { objective(id: $id) { children { id progress { ratio } } } }", "id", parent.id)
                        .<Double>list("objective.children.progress.ratio"))
                .containsExactly(0.4);
    }
}
