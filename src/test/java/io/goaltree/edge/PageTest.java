package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Position SOMEWHERE = new Position("b", new UUID(1, 2));

    private record Edge(String node, String cursor) {}

    private record Connection(List<Edge> edges, List<String> nodes, PageInfo pageInfo) {}

    @Test
    void a_first_page_with_more_behind_it() {
        assertThat(Page.cut(forward(2, null), List.of("a", "b", "c")))
                .isEqualTo(new Page<>(List.of("a", "b"), false, true));
    }

    @Test
    void a_page_that_is_just_full_has_no_more_behind_it() {
        assertThat(Page.cut(forward(2, null), List.of("a", "b")))
                .isEqualTo(new Page<>(List.of("a", "b"), false, false));
    }

    @Test
    void a_later_page_has_something_before_it() {
        assertThat(Page.cut(forward(2, SOMEWHERE), List.of("c"))).isEqualTo(new Page<>(List.of("c"), true, false));
    }

    @Test
    void a_page_from_the_end_is_turned_round() {
        assertThat(Page.cut(backward(2, null), List.of("e", "d", "c")))
                .isEqualTo(new Page<>(List.of("d", "e"), true, false));
    }

    @Test
    void a_page_before_a_place_has_something_behind_it() {
        assertThat(Page.cut(backward(2, SOMEWHERE), List.of("a"))).isEqualTo(new Page<>(List.of("a"), false, true));
    }

    @Test
    void a_page_of_none_says_whether_there_is_any() {
        assertThat(Page.cut(forward(0, null), List.of("a"))).isEqualTo(new Page<>(List.of(), false, true));
        assertThat(Page.cut(forward(0, null), List.of())).isEqualTo(new Page<>(List.of(), false, false));
        assertThat(Page.cut(backward(0, null), List.of("z"))).isEqualTo(new Page<>(List.of(), true, false));
    }

    @Test
    void a_mapped_page_keeps_order_and_neighbours() {
        assertThat(new Page<>(List.of("a", "b"), true, false).map(String::toUpperCase))
                .isEqualTo(new Page<>(List.of("A", "B"), true, false));
    }

    @Test
    void a_connection_has_an_edge_and_a_cursor_for_each_item() {
        Connection connection =
                new Page<>(List.of("a", "b"), true, false).connect(item -> "at " + item, Edge::new, Connection::new);

        assertThat(connection)
                .isEqualTo(new Connection(
                        List.of(new Edge("a", "at a"), new Edge("b", "at b")),
                        List.of("a", "b"),
                        new PageInfo(false, true, "at a", "at b")));
    }

    @Test
    void an_empty_connection_has_no_cursors() {
        Connection connection =
                new Page<String>(List.of(), false, true).connect(item -> "never", Edge::new, Connection::new);

        assertThat(connection).isEqualTo(new Connection(List.of(), List.of(), new PageInfo(true, false, null, null)));
    }

    @Test
    void page_sizes_are_at_least_one_and_in_order() {
        assertThat(new PageLimits(1, 1).most()).isEqualTo(1);
        for (int[] sizes : new int[][] {{0, 10}, {11, 10}, {-1, -1}}) {
            assertThatThrownBy(() -> new PageLimits(sizes[0], sizes[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Page sizes must be 1 <= standard <= most");
        }
    }

    private static PageRequest forward(int size, @Nullable Position from) {
        return new PageRequest("letters", size, false, from);
    }

    private static PageRequest backward(int size, @Nullable Position from) {
        return new PageRequest("letters", size, true, from);
    }
}
