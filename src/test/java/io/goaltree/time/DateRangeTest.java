package io.goaltree.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DateRangeTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-04-01");
    private static final LocalDate LAST = LocalDate.parse("2025-04-30");
    private static final DateRange APRIL = DateRange.inclusive(FIRST, LAST);

    @Test
    void inclusive_dates_become_half_open() {
        assertThat(APRIL).isEqualTo(new DateRange(FIRST, LocalDate.parse("2025-05-01")));
        assertThat(APRIL.lastDay()).isEqualTo(LAST);
        assertThat(APRIL.days()).isEqualTo(30);
    }

    @Test
    void one_day_is_the_shortest_range() {
        assertThat(DateRange.inclusive(FIRST, FIRST).days()).isEqualTo(1);
        assertThatThrownBy(() -> new DateRange(FIRST, FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Range ends at 2025-04-01; it must end after its start 2025-04-01");
        assertThatThrownBy(() -> DateRange.inclusive(LAST, FIRST)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_range_contains_its_first_and_last_day_and_not_their_neighbours() {
        assertThat(APRIL.contains(FIRST.minusDays(1))).isFalse();
        assertThat(APRIL.contains(FIRST)).isTrue();
        assertThat(APRIL.contains(LAST)).isTrue();
        assertThat(APRIL.contains(LAST.plusDays(1))).isFalse();
    }

    @Test
    void a_range_contains_itself_and_what_is_wholly_inside() {
        assertThat(APRIL.contains(APRIL)).isTrue();
        assertThat(APRIL.contains(DateRange.inclusive(FIRST.plusDays(1), LAST.minusDays(1))))
                .isTrue();
    }

    @Test
    void a_range_that_sticks_out_by_a_day_is_not_contained() {
        assertThat(APRIL.contains(DateRange.inclusive(FIRST.minusDays(1), LAST)))
                .isFalse();
        assertThat(APRIL.contains(DateRange.inclusive(FIRST, LAST.plusDays(1)))).isFalse();
    }

    @Test
    void a_range_has_ended_on_the_day_after_its_last_day() {
        assertThat(APRIL.endedBy(LAST)).isFalse();
        assertThat(APRIL.endedBy(LAST.plusDays(1))).isTrue();
        assertThat(APRIL.endedBy(LAST.plusDays(2))).isTrue();
    }
}
