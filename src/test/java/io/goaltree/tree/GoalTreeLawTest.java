package io.goaltree.tree;

import static io.goaltree.GraphQl.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random forests give through the API what a naive recursion over the same numbers gives. */
@QuarkusTest
class GoalTreeLawTest extends ApiTest {
    private static final MathContext EXACT = new MathContext(60);

    @Inject
    Sql sql;

    private record Result(
            BigDecimal weight, boolean cancelled, @Nullable BigDecimal ratio) {}

    private record Edge(Node child, BigDecimal weight) {}

    private record Node(UUID id, boolean cancelled, List<Result> results, List<Edge> children) {

        /** Weighted mean over everything that counts; null when nothing does. */
        @Nullable
        BigDecimal ratio() {
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal weights = BigDecimal.ZERO;
            for (Result result : results) {
                if (!result.cancelled) {
                    weights = weights.add(result.weight);
                    sum = sum.add(result.weight.multiply(orZero(result.ratio)));
                }
            }
            for (Edge edge : children) {
                if (!edge.child.cancelled) {
                    weights = weights.add(edge.weight);
                    sum = sum.add(edge.weight.multiply(orZero(edge.child.ratio())));
                }
            }
            return weights.signum() == 0 ? null : sum.divide(weights, EXACT);
        }

        private static BigDecimal orZero(@Nullable BigDecimal ratio) {
            return ratio == null ? BigDecimal.ZERO : ratio;
        }
    }

    @Test
    void three_hundred_random_forests_are_what_a_naive_recursion_says() {
        Random random = new Random(20_261_122);
        Map<String, List<Object[]>> rows = Forestry.seedbed();
        List<String> cycles = new ArrayList<>();
        List<List<Node>> forests = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String cycle = i % 50 == 0 ? world.cycle() : copyOf(cycles.get(0), i);
            cycles.add(cycle);
            forests.add(forest(random, Forestry.uuid(cycle), rows));
        }
        sql.insert(rows);
        int compared = 0;
        for (int i = 0; i < 300; i++) {
            compared += compare(i, cycles.get(i), forests.get(i));
        }
        assertThat(compared).isGreaterThan(4000);
    }

    private static int compare(int number, String cycle, List<Node> forest) {
        List<Map<String, Object>> answered = ask(
                        "query($cycle: String!) { goalTree(cycle: $cycle) { objectives { id progress { ratio } } } }",
                        "cycle",
                        cycle)
                .list("goalTree.objectives");
        Map<String, Object> ratios = new HashMap<>();
        answered.forEach(it -> ratios.put((String) it.get("id"), ((Map<?, ?>) it.get("progress")).get("ratio")));
        Map<String, Object> expected = new HashMap<>();
        for (Node node : forest) {
            BigDecimal ratio = node.ratio();
            expected.put(
                    "obj_" + node.id.toString().replace("-", ""),
                    ratio == null
                            ? null
                            : ratio.setScale(6, RoundingMode.HALF_UP).doubleValue());
        }
        assertThat(ratios).as("forest " + number).isEqualTo(expected);
        return expected.size();
    }

    private static List<Node> forest(Random random, UUID cycle, Map<String, List<Object[]>> rows) {
        List<Node> nodes = new ArrayList<>();
        int size = 1 + random.nextInt(40);
        for (int i = 0; i < size; i++) {
            Node node = new Node(
                    new UUID(random.nextLong(), random.nextLong()),
                    random.nextInt(10) == 0,
                    new ArrayList<>(),
                    new ArrayList<>());
            rows.get(Forestry.OBJECTIVE).add(new Object[] {
                node.id, cycle, null, null, "Goal", node.cancelled ? "CANCELLED" : "OPEN", Forestry.NOW, Forestry.NOW
            });
            for (int r = random.nextInt(4); r > 0; r--) {
                node.results.add(result(random, node.id, rows));
            }
            // Parents are drawn from the earlier ones, so there is no loop; at most two, so that the recursion ends.
            Node first = nodes.isEmpty() || random.nextInt(4) == 0 ? null : nodes.get(random.nextInt(i));
            Node second = nodes.isEmpty() || random.nextInt(3) != 0 ? null : nodes.get(random.nextInt(i));
            align(random, node, first, rows);
            align(random, node, second == first ? null : second, rows);
            nodes.add(node);
        }
        return nodes;
    }

    private static Result result(Random random, UUID objective, Map<String, List<Object[]>> rows) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        BigDecimal weight = weight(random);
        boolean cancelled = random.nextInt(8) == 0;
        rows.get(Forestry.KEY_RESULT).add(new Object[] {
            id, objective, null, 0, weight, cancelled ? "CANCELLED" : "OPEN", Forestry.NOW, Forestry.NOW
        });
        if (random.nextInt(4) == 0) {
            return new Result(weight, cancelled, null);
        }
        BigDecimal value = BigDecimal.valueOf(random.nextInt(14_000) - 2_000, 2);
        rows.get(Forestry.CHECK_IN).add(new Object[] {UUID.randomUUID(), id, null, value, Forestry.NOW, Forestry.NOW});
        BigDecimal ratio = value.movePointLeft(2).max(BigDecimal.ZERO).min(BigDecimal.ONE);
        return new Result(weight, cancelled, ratio);
    }

    private static void align(Random random, Node child, @Nullable Node parent, Map<String, List<Object[]>> rows) {
        if (parent != null) {
            BigDecimal weight = weight(random);
            parent.children.add(new Edge(child, weight));
            rows.get(Forestry.ALIGNMENT)
                    .add(new Object[] {UUID.randomUUID(), child.id, parent.id, weight, Forestry.NOW});
        }
    }

    private static BigDecimal weight(Random random) {
        return random.nextInt(5) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(1 + random.nextInt(500), 2);
    }

    private String copyOf(String cycle, int number) {
        UUID id = new UUID(Forestry.uuid(cycle).getMostSignificantBits(), number);
        sql.execute(
                "insert into cycle select ?, key || ?, name, starts_on, ends_on, state, parent_id, version, created_at, updated_at"
                        + " from cycle where id = ?",
                id,
                "-" + number,
                Forestry.uuid(cycle));
        return "cyc_" + id.toString().replace("-", "");
    }
}
