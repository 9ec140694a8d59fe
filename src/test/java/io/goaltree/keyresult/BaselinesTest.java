package io.goaltree.keyresult;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.behaviour.Behaviours;
import io.goaltree.behaviour.Point;
import io.goaltree.behaviour.SegmentStart;
import io.goaltree.kpi.KpiHistory;
import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    @Test
    void a_mean_has_two_decimals_more_than_its_values_and_ten_digits_at_least() {
        assertThat(baseline("1", "1", "1", "1", "1", "2")).isEqualTo(new BigDecimal("1.166666667"));
        assertThat(baseline("1.0", "1.0", "1.0", "1.0", "1.0", "2.00")).isEqualTo(new BigDecimal("1.166666667"));
        assertThat(baseline("-1", "-1", "-1", "-1", "-1", "-2")).isEqualTo(new BigDecimal("-1.166666667"));
    }

    @Test
    void zeros_at_its_end_are_dropped_but_never_digits_before_the_point() {
        assertThat(baseline("100", "100", "100", "100", "100", "100")).isEqualTo(new BigDecimal("100"));
        assertThat(baseline("1", "2", "1", "2", "1", "2")).isEqualTo(new BigDecimal("1.5"));
    }

    @Test
    void a_mean_keeps_as_many_decimals_as_fit_into_20_digits() {
        String one = "12345678901234567.01";
        String two = "12345678901234567.02";
        assertThat(baseline(one, one, two, one, one, two)).isEqualTo(new BigDecimal("12345678901234567.013"));
        assertThat(baseline("99999999999999999999", "99999999999999999999", "1", "1", "1", "1"))
                .isEqualTo(new BigDecimal("33333333333333333334"));
        String small = "0.00000000000000000001";
        assertThat(baseline(small, small, small, small, small, "0.00000000000000000003"))
                .isEqualTo(new BigDecimal(small));
    }

    @Test
    void below_six_values_the_newest_one_is_taken_with_every_digit() {
        assertThat(baseline("1", "2", "3", "4", "3.20")).isEqualTo(new BigDecimal("3.20"));
    }

    @Test
    void only_the_current_segment_counts() {
        List<Point> points = points("1.001", "1.001", "1.001", "1.001", "1.001", "1.001", "5", "5", "5", "5", "5", "6");
        KpiHistory history = history(points, List.of(new SegmentStart(FIRST.plusDays(6), "Unit")));
        assertThat(Baselines.of(history)).isEqualTo(new BigDecimal("5.166666667"));
    }

    private static BigDecimal baseline(String... values) {
        return Baselines.of(history(points(values), List.of()));
    }

    private static KpiHistory history(List<Point> points, List<SegmentStart> starts) {
        return new KpiHistory(points, Behaviours.of(points, starts, 20, Direction.HIGHER_IS_BETTER, Cadence.DAILY));
    }

    private static List<Point> points(String... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            LocalDate day = FIRST.plusDays(i);
            points.add(new Point(DateRange.inclusive(day, day), new BigDecimal(values[i])));
        }
        return points;
    }
}
