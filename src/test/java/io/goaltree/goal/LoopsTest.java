package io.goaltree.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoopsTest {

    @Test
    void a_first_edge_closes_nothing() {
        assertThat(Loops.closedBy("child", "parent", Map.of())).isEmpty();
    }

    @Test
    void a_thing_is_not_its_own_parent() {
        assertThat(Loops.closedBy("a", "a", Map.of())).containsExactly("a", "a");
    }

    @Test
    void two_may_not_contribute_to_each_other() {
        assertThat(Loops.closedBy("a", "b", Map.of("b", Set.of("a")))).containsExactly("a", "b", "a");
    }

    @Test
    void a_long_loop_is_told_from_child_by_parent_back_to_child() {
        Map<String, Set<String>> stepsUp = Map.of("b", Set.of("c"), "c", Set.of("d"), "d", Set.of("a"));

        assertThat(Loops.closedBy("a", "b", stepsUp)).containsExactly("a", "b", "c", "d", "a");
    }

    @Test
    void the_shortest_of_several_loops_is_told() {
        Map<String, Set<String>> stepsUp = Map.of(
                "b", Set.of("long", "short"),
                "long", Set.of("longer"),
                "longer", Set.of("a"),
                "short", Set.of("a"));

        assertThat(Loops.closedBy("a", "b", stepsUp)).containsExactly("a", "b", "short", "a");
    }

    @Test
    void a_diamond_is_no_loop() {
        Map<String, Set<String>> stepsUp =
                Map.of("left", Set.of("top"), "right", Set.of("top"), "bottom", Set.of("left"));

        assertThat(Loops.closedBy("bottom", "right", stepsUp)).isEmpty();
    }

    @Test
    void a_second_way_up_is_no_loop() {
        assertThat(Loops.closedBy("a", "c", Map.of("a", Set.of("b"), "b", Set.of("c"))))
                .isEmpty();
    }

    @Test
    void a_loop_elsewhere_ends_the_search_too() {
        Map<String, Set<String>> stepsUp = Map.of("b", Set.of("c"), "c", Set.of("b"));

        assertThat(Loops.closedBy("a", "b", stepsUp)).isEmpty();
    }

    @Test
    void a_chain_of_a_hundred_thousand_is_searched_without_recursion() {
        Map<Integer, Set<Integer>> stepsUp = new HashMap<>();
        for (int i = 1; i < 100_000; i++) {
            stepsUp.put(i, Set.of(i + 1));
        }

        assertThat(Loops.closedBy(100_000, 1, stepsUp)).hasSize(100_001);
        assertThat(Loops.closedBy(0, 1, stepsUp)).isEmpty();
    }

    /** Law: edges accepted one by one never form a loop, and each refusal names steps that exist. */
    @Test
    void a_graph_grown_by_accepted_edges_stays_free_of_loops() {
        Random random = new Random(20261122);
        int refused = 0;
        for (int round = 0; round < 200; round++) {
            Map<Integer, Set<Integer>> stepsUp = new HashMap<>();
            for (int edge = 0; edge < 40; edge++) {
                int child = random.nextInt(12);
                int parent = random.nextInt(12);
                List<Integer> loop = Loops.closedBy(child, parent, stepsUp);
                if (loop.isEmpty()) {
                    stepsUp.computeIfAbsent(child, it -> new HashSet<>()).add(parent);
                    assertThat(hasLoop(stepsUp)).isFalse();
                } else {
                    refused++;
                    assertIsLoop(loop, child, parent, stepsUp);
                }
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    private static void assertIsLoop(List<Integer> loop, int child, int parent, Map<Integer, Set<Integer>> stepsUp) {
        assertThat(loop).startsWith(child, parent).endsWith(child);
        for (int i = 1; i < loop.size() - 1; i++) {
            assertThat(stepsUp.get(loop.get(i))).contains(loop.get(i + 1));
        }
    }

    /** By another method than the one under test: take away what has nothing above it until nothing moves. */
    private static boolean hasLoop(Map<Integer, Set<Integer>> stepsUp) {
        Map<Integer, Set<Integer>> left = new HashMap<>();
        stepsUp.forEach((child, parents) -> left.put(child, new HashSet<>(parents)));
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Integer child : new ArrayList<>(left.keySet())) {
                if (left.get(child).stream().noneMatch(left::containsKey)) {
                    left.remove(child);
                    moved = true;
                }
            }
        }
        return !left.isEmpty();
    }
}
