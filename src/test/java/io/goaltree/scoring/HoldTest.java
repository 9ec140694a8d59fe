package io.goaltree.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldTest {
    private static final Band FOUR_TO_FIVE = new Band(new BigDecimal("4"), new BigDecimal("5"));
    /** A Wednesday, so that no slice is an ISO week. */
    private static final LocalDate START = LocalDate.parse("2025-07-02");

    private static final List<DateRange> WEEKS = Cadence.WEEKLY.slices(new DateRange(START, START.plusWeeks(13)));
    private static final List<String> PUBLISHED = List.of("4.8", "4.2", "4.5", "3.5", "4.25");

    @ParameterizedTest(name = "after week {0}: {1} of {2}")
    @CsvSource({"1, 1, 1", "2, 2, 2", "3, 3, 3", "4, 3, 4", "5, 4, 5", "6, 4, 6"})
    void the_published_sequence(int week, int inRange, int due) {
        LocalDate weekOver = START.plusWeeks(week);
        HoldScore score = Hold.score(FOUR_TO_FIVE, WEEKS, published(week), weekOver);
        assertThat(score).isEqualTo(new HoldScore(inRange, due, 13));
    }

    @Test
    void the_published_sequence_has_earned_four_thirteenths_of_the_whole_cycle() {
        HoldScore score = Hold.score(FOUR_TO_FIVE, WEEKS, published(5), START.plusWeeks(6));
        assertThat(score.score().raw()).isEqualByComparingTo("0.6666666666666666666666666666666667");
        assertThat(score.score().ratio()).isEqualByComparingTo("0.6666666666666666666666666666666667");
        assertThat(score.score().coverage()).isEqualByComparingTo("1");
        assertThat(score.earned()).isEqualByComparingTo("0.3076923076923076923076923076923077");
    }

    @Test
    void a_period_is_due_as_soon_as_it_has_a_value() {
        assertThat(hold(START, on(0, "4.5"))).isEqualTo(new HoldScore(1, 1, 13));
    }

    @Test
    void a_period_without_a_value_is_a_miss_from_the_day_after_its_last_day() {
        assertThat(hold(START.plusDays(13), on(0, "4.5"))).isEqualTo(new HoldScore(1, 1, 13));
        assertThat(hold(START.plusDays(14), on(0, "4.5"))).isEqualTo(new HoldScore(1, 2, 13));
    }

    @Test
    void a_period_with_a_value_is_due_even_in_the_future() {
        assertThat(hold(START, on(35, "4.5"))).isEqualTo(new HoldScore(1, 1, 13));
    }

    @Test
    void the_last_value_of_a_period_is_its_value() {
        assertThat(hold(START, on(1, "3"), on(2, "4.5"))).isEqualTo(new HoldScore(1, 1, 13));
        assertThat(hold(START, on(1, "4.5"), on(2, "3"))).isEqualTo(new HoldScore(0, 1, 13));
        assertThat(hold(START, on(1, "4.5"), on(1, "3"))).isEqualTo(new HoldScore(0, 1, 13));
    }

    @Test
    void the_first_and_the_last_day_belong_to_their_period() {
        assertThat(hold(START, on(0, "4.5"), on(6, "3"))).isEqualTo(new HoldScore(0, 1, 13));
        assertThat(hold(START, on(6, "4.5"), on(7, "3"))).isEqualTo(new HoldScore(1, 2, 13));
    }

    @Test
    void values_outside_every_period_are_ignored() {
        assertThat(hold(START, on(-1, "4.5"), on(0, "4.5"), on(91, "4.5"))).isEqualTo(new HoldScore(1, 1, 13));
    }

    @Test
    void without_a_value_nothing_is_measured_however_many_periods_have_ended() {
        HoldScore score = hold(START.plusWeeks(20), on(-1, "4.5"));
        assertThat(score).isEqualTo(new HoldScore(0, 0, 13));
        assertThat(score.score()).isEqualTo(Score.notMeasured());
        assertThat(score.earned()).isNull();
    }

    @Test
    void only_values_out_of_range_are_measured_and_zero() {
        HoldScore score = hold(START, on(0, "5.01"));
        assertThat(score.score().raw()).isEqualByComparingTo("0");
        assertThat(score.score().isMeasured()).isTrue();
        assertThat(score.earned()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 13", "2, 1, 13", "1, 14, 13"})
    void counts_that_cannot_be_are_refused(int inRange, int due, int total) {
        assertThatThrownBy(() -> new HoldScore(inRange, due, total))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Periods in range are " + inRange + ", due " + due + ", in all " + total);
    }

    @Test
    void all_periods_held_is_one_and_all_earned() {
        HoldScore score = new HoldScore(13, 13, 13);
        assertThat(score.score().ratio()).isEqualByComparingTo("1");
        assertThat(score.earned()).isEqualByComparingTo("1");
    }

    @Test
    void law_earned_is_at_most_the_ratio_and_equal_when_all_is_due() {
        Random random = new Random(20250408);
        for (int i = 0; i < 300; i++) {
            List<Observation> values = new ArrayList<>();
            for (int day = 0; day < 91; day += 1 + random.nextInt(12)) {
                values.add(on(day, Samples.positive(random, 9, 2).toPlainString()));
            }
            HoldScore midway = Hold.score(FOUR_TO_FIVE, WEEKS, values, START.plusDays(random.nextInt(91)));
            assertThat(midway.earned()).isLessThanOrEqualTo(midway.score().ratio());
            HoldScore over = Hold.score(FOUR_TO_FIVE, WEEKS, values, START.plusDays(91));
            assertThat(over.due()).isEqualTo(13);
            assertThat(over.earned()).isEqualByComparingTo(over.score().ratio());
        }
    }

    @Test
    void the_order_of_the_periods_does_not_matter() {
        List<DateRange> backwards = new ArrayList<>(WEEKS);
        Collections.reverse(backwards);
        assertThat(Hold.score(FOUR_TO_FIVE, backwards, published(5), START.plusWeeks(6)))
                .isEqualTo(new HoldScore(4, 6, 13));
    }

    private static List<Observation> published(int weeks) {
        List<Observation> values = new ArrayList<>();
        for (int week = 0; week < Math.min(weeks, PUBLISHED.size()); week++) {
            values.add(on(7 * week + 2, PUBLISHED.get(week)));
        }
        return values;
    }

    private static HoldScore hold(LocalDate today, Observation... inOrder) {
        return Hold.score(FOUR_TO_FIVE, WEEKS, List.of(inOrder), today);
    }

    private static Observation on(int day, String value) {
        return new Observation(START.plusDays(day), new BigDecimal(value));
    }
}
