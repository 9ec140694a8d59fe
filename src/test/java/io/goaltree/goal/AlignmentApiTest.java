package io.goaltree.goal;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static io.goaltree.GraphQl.mutate;
import static io.goaltree.World.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.World.Goal;
import io.goaltree.World.Measured;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AlignmentApiTest extends ApiTest {
    private Goal a;
    private Goal b;
    private Goal c;
    private Goal d;

    @BeforeEach
    void fourObjectives() {
        String cycle = world.cycle();
        a = world.objective(cycle);
        b = world.objective(cycle);
        c = world.objective(cycle);
        d = world.objective(cycle);
    }

    @Test
    void an_objective_has_several_parents_each_with_a_weight_in_the_order_of_alignment() {
        Measured keyResult = c.reach(0, 1);
        a.under(b).under(d, "0.50").under(keyResult, 3);
        assertThat(parents(a))
                .containsExactly(
                        input("weight", "1", "parentObjective", input("id", b.id), "parentKeyResult", null),
                        input("weight", "0.50", "parentObjective", input("id", d.id), "parentKeyResult", null),
                        input("weight", "3", "parentObjective", null, "parentKeyResult", input("id", keyResult.id)));
        assertThat(keyResult.<List<Object>>get("alignments { weight child { id } }", "alignments"))
                .containsExactly(input("weight", "3", "child", input("id", a.id)));
    }

    @Test
    void aligning_again_gives_the_alignment_another_weight() {
        Measured keyResult = c.reach(0, 1);
        a.under(b).under(b, 7).under(keyResult, 1).under(keyResult, 2);
        assertThat(parents(a))
                .containsExactly(
                        input("weight", "7", "parentObjective", input("id", b.id), "parentKeyResult", null),
                        input("weight", "2", "parentObjective", null, "parentKeyResult", input("id", keyResult.id)));
    }

    @Test
    void unaligning_removes_one_alignment_and_is_without_effect_a_second_time() {
        a.under(b).under(c);
        for (int i = 0; i < 2; i++) {
            mutate("objectiveUnalign", input("child", a.id, "parent", b.id)).done();
            assertThat(parents(a))
                    .containsExactly(
                            input("weight", "1", "parentObjective", input("id", c.id), "parentKeyResult", null));
        }
    }

    @Test
    void a_loop_of_one_is_refused() {
        refusedLoop(a, a.id, a, a);
    }

    @Test
    void a_loop_of_two_is_refused() {
        b.under(a);
        refusedLoop(a, b.id, a, b, a);
    }

    @Test
    void a_loop_of_four_is_refused_with_its_shortest_path() {
        b.under(a);
        c.under(b);
        d.under(c).under(b, 0);
        refusedLoop(a, d.id, a, d, b, a);
        mutate("objectiveUnalign", input("child", d.id, "parent", b.id)).done();
        refusedLoop(a, d.id, a, d, c, b, a);
    }

    @Test
    void a_loop_by_way_of_key_results_and_of_weight_0_is_refused() {
        Measured ofA = a.reach(0, 1);
        refusedLoop(a, ofA.id, a, a);
        b.under(ofA, 0);
        refusedLoop(a, b.id, a, b, a);
        Measured ofB = b.reach(0, 1);
        refusedLoop(a, ofB.id, a, b, a);
    }

    @Test
    void a_loop_over_a_cancelled_objective_is_refused_too() {
        b.under(a);
        c.under(b);
        b.cancel();
        refusedLoop(a, c.id, a, c, b, a);
    }

    @Test
    void a_weight_is_0_to_100_of_20_digits() {
        for (String weight : List.of("100.01", "-1", "0.123456789012345678901")) {
            world.refused("objectiveAlign", input("child", a.id, "parent", b.id, "weight", weight))
                    .with("OUT_OF_RANGE", "input.weight", weight);
        }
        a.under(b, 100).under(b, 0);
    }

    @Test
    void ids_that_name_nothing_of_the_kind_are_refused() {
        Measured keyResult = b.reach(0, 1);
        for (String mutation : List.of("objectiveAlign", "objectiveUnalign")) {
            for (String bad : List.of(unknown("obj"), "obj_1", keyResult.id, world.team(), "a\u0000b")) {
                world.refused(mutation, input("child", bad, "parent", b.id)).with("NOT_FOUND", "input.child");
            }
            for (String bad : List.of(unknown("obj"), unknown("kr"), "kr_1", world.team(), "a\u0000b")) {
                world.refused(mutation, input("child", a.id, "parent", bad)).with("NOT_FOUND", "input.parent");
            }
            assertThat(world.refused(mutation, input("child", "x", "parent", "y"))
                            .all())
                    .containsExactly("NOT_FOUND input.child", "NOT_FOUND input.parent");
        }
    }

    private void refusedLoop(Goal child, String parent, Goal... path) {
        String titles = java.util.Arrays.stream(path)
                .map(goal -> "'" + goal.title + "'")
                .collect(java.util.stream.Collectors.joining(" -> "));
        world.refused("objectiveAlign", input("child", child.id, "parent", parent))
                .with("ALIGNMENT_LOOP", "input.parent", ": " + titles);
    }

    private static List<Object> parents(Goal goal) {
        return ask(
                        "query($id: ID!) { objective(id: $id)"
                                + " { parents { weight parentObjective { id } parentKeyResult { id } } } }",
                        "id",
                        goal.id)
                .get("objective.parents");
    }
}
