package io.goaltree.edge;

import static io.goaltree.GraphQl.ask;
import static io.goaltree.GraphQl.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.ApiTest;
import io.goaltree.GraphQl;
import io.goaltree.GraphQl.Answer;
import io.goaltree.World.Measured;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagingTest extends ApiTest {
    private static final String QUERY = """
            query($filter: ObjectiveFilter, $order: ObjectiveOrder, $first: Int, $after: String, $last: Int, $before: String) {
              objectives(filter: $filter, orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
                edges { cursor node { id } } nodes { id }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
            """;

    @Test
    void pages_forwards_and_backwards_meet_every_item_once_in_the_lists_order() {
        String cycle = world.cycle();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(world.objective(cycle, "The same title").id);
        }
        for (String order : List.of("CREATED_ASC", "TITLE_DESC")) {
            List<String> expected = new ArrayList<>(all);
            if (order.endsWith("DESC")) {
                Collections.reverse(expected);
            }
            assertThat(walk(cycle, order, "first", "after", "hasNextPage", "endCursor"))
                    .isEqualTo(expected);
            List<String> backwards = walk(cycle, order, "last", "before", "hasPreviousPage", "startCursor");
            assertThat(backwards)
                    .containsExactlyElementsOf(
                            concat(expected.subList(4, 7), expected.subList(1, 4), expected.subList(0, 1)));
        }
    }

    private static List<String> walk(String cycle, String order, String size, String from, String more, String cursor) {
        List<String> met = new ArrayList<>();
        String at = null;
        for (int pages = 1; ; pages++) {
            Answer page = ask(QUERY, "filter", input("cycle", cycle), "order", order, size, 3, from, at);
            met.addAll(page.list("objectives.nodes.id"));
            assertThat(page.<String>list("objectives.edges.node.id")).isEqualTo(page.list("objectives.nodes.id"));
            List<String> cursors = page.list("objectives.edges.cursor");
            assertThat(page.string("objectives.pageInfo.startCursor")).isEqualTo(cursors.get(0));
            assertThat(page.string("objectives.pageInfo.endCursor")).isEqualTo(cursors.get(cursors.size() - 1));
            String other = more.equals("hasNextPage") ? "hasPreviousPage" : "hasNextPage";
            assertThat(page.<Boolean>get("objectives.pageInfo." + other)).isEqualTo(pages > 1);
            if (!page.<Boolean>get("objectives.pageInfo." + more)) {
                assertThat(pages).isEqualTo(3);
                return met;
            }
            at = page.string("objectives.pageInfo." + cursor);
        }
    }

    private static List<String> concat(List<String> a, List<String> b, List<String> c) {
        List<String> all = new ArrayList<>(a);
        all.addAll(b);
        all.addAll(c);
        return all;
    }

    @Test
    void a_page_of_0_is_empty_and_says_whether_there_are_more() {
        String cycle = world.cycle();
        Answer none = ask(QUERY, "filter", input("cycle", cycle), "first", 0);
        assertThat(none.<Map<String, Object>>get("objectives.pageInfo"))
                .isEqualTo(
                        input("hasNextPage", false, "hasPreviousPage", false, "startCursor", null, "endCursor", null));
        world.objective(cycle);
        assertThat(ask(QUERY, "filter", input("cycle", cycle), "first", 0)
                        .<Boolean>get("objectives.pageInfo.hasNextPage"))
                .isTrue();
    }

    @Test
    void without_a_size_a_page_has_50_items() {
        String cycle = world.cycle();
        Measured keyResult = world.objective(cycle).reach(0, 1);
        for (int i = 0; i < 51; i++) {
            keyResult.value(i);
        }
        List<Object> checkIns = keyResult.get("checkIns { nodes { id } pageInfo { hasNextPage } }", "checkIns.nodes");
        assertThat(checkIns).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"teams", "people", "cycles", "objectives"})
    void page_arguments_that_make_no_sense_are_refused_by_every_list(String list) {
        String cursor = world.team() + world.person() + world.objective(world.cycle()).id;
        assertThat(cursor).isNotEmpty();
        refused(list, "first: -1", "OUT_OF_RANGE", "first is -1", "between 0 and 1000");
        refused(list, "last: -1", "OUT_OF_RANGE", "last is -1");
        refused(list, "first: 1001", "OUT_OF_RANGE", "first is 1001", "1000");
        refused(list, "last: 2147483647", "OUT_OF_RANGE", "last is 2147483647");
        refused(list, "first: 1, last: 2", "INVALID_VALUE", "first is 1 and last is 2");
        refused(list, "first: 1, before: \"x\"", "INVALID_VALUE", "'last' with 'before'");
        refused(list, "last: 1, after: \"x\"", "INVALID_VALUE", "'first' goes with 'after'");
        refused(list, "after: \"x\", before: \"y\"", "INVALID_VALUE");
        refused(list, "first: 1, after: \"forged\"", "INVALID_VALUE", "'forged'");
        refused(list, "first: 1, after: \"\"", "INVALID_VALUE");
        refused(list, "last: 1, before: \"%s\"".formatted("A".repeat(100)), "INVALID_VALUE", "(100 characters)");
        refused(list, "last: 1, before: \"%s\"".formatted("A".repeat(5000)), "INVALID_VALUE", "(5000 characters)");
        assertThat(ask("{ " + list + "(first: 1000) { pageInfo { hasPreviousPage } } }")
                        .<Boolean>get(list + ".pageInfo.hasPreviousPage"))
                .isFalse();
    }

    @Test
    void page_arguments_of_check_ins_are_refused_alike() {
        Measured keyResult = world.objective(world.cycle()).reach(0, 1).value(1);
        for (String arguments :
                List.of("first: -1", "first: 1001", "first: 1, last: 1", "first: 1, before: \"x\"", "after: \"x\"")) {
            Answer answer = GraphQl.post(
                    "query($id: ID!) { keyResult(id: $id) { checkIns(" + arguments + ") { nodes { id } } } }",
                    "id",
                    keyResult.id);
            assertThat(answer.errors()).as(arguments).hasSize(1);
            assertThat(answer.string("keyResult")).isNull();
            assertThat(answer.json().getString("errors[0].extensions.code")).isIn("OUT_OF_RANGE", "INVALID_VALUE");
        }
    }

    @Test
    void a_cursor_with_any_one_bit_flipped_is_refused() {
        String cycle = world.cycle();
        world.objective(cycle);
        String cursor = ask(QUERY, "filter", input("cycle", cycle)).string("objectives.pageInfo.endCursor");
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= (byte) (1 << (i % 8));
            refusedCursor(cycle, null, Base64.getUrlEncoder().withoutPadding().encodeToString(flipped));
        }
        assertThat(ask(QUERY, "filter", input("cycle", cycle), "after", cursor).<Object>list("objectives.nodes"))
                .isEmpty();
    }

    @Test
    void a_cursor_of_another_list_filter_or_order_is_refused() {
        String cycle = world.cycle();
        world.objective(cycle);
        world.team();
        String cursor = ask(QUERY, "filter", input("cycle", cycle)).string("objectives.pageInfo.endCursor");
        String ofTeams = ask("{ teams(first: 1) { pageInfo { endCursor } } }").string("teams.pageInfo.endCursor");
        refusedCursor(cycle, null, ofTeams);
        refusedCursor(world.cycle(), null, cursor);
        refusedCursor(cycle, "TITLE_ASC", cursor);
        GraphQl.post("query($after: String) { teams(after: $after) { nodes { id } } }", "after", cursor)
                .refusedWith("INVALID_VALUE", "not one of this list");
        GraphQl.post("query($after: String) { objectives(after: $after) { nodes { id } } }", "after", cursor)
                .refusedWith("INVALID_VALUE", "not one of this list");
    }

    @Test
    void a_cursor_of_another_key_results_check_ins_is_refused() {
        String cycle = world.cycle();
        String query = "query($id: ID!, $after: String) { keyResult(id: $id)"
                + " { checkIns(first: 1, after: $after) { nodes { value } pageInfo { endCursor } } } }";
        Measured one = world.objective(cycle)
                .reach(0, 1)
                .value(1, "2026-11-01T00:00:00Z")
                .value(2);
        Measured other = world.objective(cycle).reach(0, 1).value(3);
        String cursor = ask(query, "id", one.id).string("keyResult.checkIns.pageInfo.endCursor");
        assertThat(ask(query, "id", one.id, "after", cursor).<String>list("keyResult.checkIns.nodes.value"))
                .containsExactly("1");
        assertThat(GraphQl.post(query, "id", other.id, "after", cursor).json().getString("errors[0].extensions.code"))
                .isEqualTo("INVALID_VALUE");
    }

    private static void refusedCursor(String cycle, String order, String cursor) {
        GraphQl.post(QUERY, "filter", input("cycle", cycle), "order", order, "after", cursor)
                .refusedWith("INVALID_VALUE", "Cursor '", "not one of this list");
    }

    private static void refused(String list, String arguments, String code, String... inMessage) {
        GraphQl.post("{ " + list + "(" + arguments + ") { nodes { id } } }").refusedWith(code, inMessage);
    }
}
