package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SortTest {
    private static final Sort OLDEST_FIRST = Sort.ascending("c.starts_on", "date", "c.id");
    private static final Sort NEWEST_FIRST = Sort.descending("c.starts_on", "date", "c.id");
    private static final UUID ROW = new UUID(1, 2);
    private static final Position PLACE = new Position("2026-10-01", ROW);

    @Test
    void the_first_page_has_no_condition_and_no_parameter() {
        for (boolean backward : List.of(false, true)) {
            assertThat(OLDEST_FIRST.after(page(backward, null))).isEmpty();
            assertThat(OLDEST_FIRST.parameters(page(backward, null))).isEmpty();
        }
    }

    @Test
    void a_later_page_begins_behind_the_row_of_the_cursor_in_its_own_direction() {
        assertThat(OLDEST_FIRST.after(page(false, PLACE))).isEqualTo(condition(">"));
        assertThat(OLDEST_FIRST.after(page(true, PLACE))).isEqualTo(condition("<"));
        assertThat(NEWEST_FIRST.after(page(false, PLACE))).isEqualTo(condition("<"));
        assertThat(NEWEST_FIRST.after(page(true, PLACE))).isEqualTo(condition(">"));
    }

    @Test
    void rows_are_read_in_the_direction_asked_for_and_one_more_than_asked_for() {
        assertThat(OLDEST_FIRST.orderAndLimit(page(false, null))).isEqualTo(order("asc"));
        assertThat(OLDEST_FIRST.orderAndLimit(page(true, null))).isEqualTo(order("desc"));
        assertThat(NEWEST_FIRST.orderAndLimit(page(false, PLACE))).isEqualTo(order("desc"));
        assertThat(NEWEST_FIRST.orderAndLimit(page(true, PLACE))).isEqualTo(order("asc"));
    }

    @Test
    void the_cursor_travels_in_parameters_and_never_in_the_text() {
        Position hostile = new Position("'; drop table cycle; --", ROW);

        assertThat(OLDEST_FIRST.after(page(false, hostile))).isEqualTo(condition(">"));
        assertThat(OLDEST_FIRST.parameters(page(false, hostile)))
                .isEqualTo(Map.of("cursorSort", "'; drop table cycle; --", "cursorId", ROW));
    }

    private static String condition(String sign) {
        return " and (c.starts_on, c.id) " + sign + " (cast(:cursorSort as date), cast(:cursorId as uuid))";
    }

    private static String order(String way) {
        return " order by c.starts_on " + way + ", c.id " + way + " limit 21";
    }

    private static PageRequest page(boolean backward, @Nullable Position from) {
        return new PageRequest("cycles", 20, backward, from);
    }
}
