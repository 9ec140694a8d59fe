package io.goaltree.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.time.DateRange;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QuartersTest {

    @Test
    void the_third_quarter_began_twelve_weeks_ago_and_has_a_week_left() {
        Quarters quarters = Quarters.around(LocalDate.of(2026, 11, 22));
        assertThat(quarters.quarter(3))
                .isEqualTo(DateRange.inclusive(LocalDate.of(2026, 8, 30), LocalDate.of(2026, 11, 28)));
        assertThat(quarters.week(1)).isEqualTo(LocalDate.of(2026, 8, 30));
        assertThat(quarters.week(13)).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void every_day_begins_the_last_week_of_the_third_quarter_of_a_whole_year() {
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2030; day = day.plusDays(1)) {
            Quarters quarters = Quarters.around(day);
            assertThat(quarters.week(13)).isEqualTo(day);
            assertThat(quarters.year().from()).isEqualTo(quarters.quarter(1).from());
            for (int number = 1; number <= 4; number++) {
                assertThat(quarters.quarter(number).days()).isEqualTo(13 * 7);
                assertThat(quarters.quarter(number).until())
                        .isEqualTo(
                                number == 4
                                        ? quarters.year().until()
                                        : quarters.quarter(number + 1).from());
            }
            assertThat(quarters.quarter(3).until()).isEqualTo(quarters.week(13).plusWeeks(1));
        }
    }
}
