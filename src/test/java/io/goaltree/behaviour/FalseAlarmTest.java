package io.goaltree.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a KPI at which nothing changes gives a signal; {@code src/docs/behaviour.md} states the same figures. */
class FalseAlarmTest {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2000-01-01");
    private static final int LONGEST_TO_SHOW = 8;
    private static final Set<SignalRule> ALL = EnumSet.allOf(SignalRule.class);
    private static final Baseline KNOWN =
            new Baseline(BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("1.128"), BigDecimal.ONE);

    @Test
    void known_limits_of_standard_normal_values_are_three_sigma_and_a_little() {
        assertThat(KNOWN.limits().upper()).isEqualByComparingTo("3.00048");
        assertThat(KNOWN.limits().upperRange()).isEqualByComparingTo("3.686304");
        assertThat(KNOWN.limits().sigma()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "OUTSIDE_LIMITS, 370.98",
        "RUN_OF_EIGHT, 255.00",
        "THREE_OF_FOUR, 657.36",
        "RANGE_OUTSIDE_LIMIT, 120.58",
    })
    void each_rule_alone_waits_as_long_as_derived(SignalRule rule, double derived) {
        assertThat(QuietChain.meanWait(EnumSet.of(rule))).isCloseTo(derived, within(0.05));
        assertThat(simulatedWait(EnumSet.of(rule), 500, new Random(20260101)))
                .isCloseTo(derived, Percentage.withPercentage(15));
    }

    @Test
    void the_derivation_agrees_with_the_closed_forms() {
        double outside = 2 * QuietChain.below(-QuietChain.LIMIT);
        assertThat(QuietChain.meanWait(EnumSet.of(SignalRule.OUTSIDE_LIMITS))).isCloseTo(1 / outside, within(0.001));
        assertThat(QuietChain.meanWait(EnumSet.of(SignalRule.RUN_OF_EIGHT)))
                .isCloseTo(Math.pow(2, 8) - 1, within(0.001));
    }

    @Test
    void the_four_rules_together_wait_as_long_as_derived() {
        double derived = QuietChain.meanWait(ALL);
        assertThat(derived).isCloseTo(69.36, within(0.01));
        assertThat(simulatedWait(ALL, 4_000, new Random(20260102)))
                .isCloseTo(derived, Percentage.withPercentage(10))
                .isCloseTo(69.46, within(0.01));
    }

    /** Limits made of the first twenty values, as the service makes them. */
    @ParameterizedTest
    @CsvSource({"20, 0.075, 0.165, 0.22", "28, 0.196, 0.304, 0.54", "100, 0.214, 0.780, 3.71"})
    void so_many_quiet_series_read_signal(int values, double read, double everShown, double signals) {
        Random random = new Random(20260103);
        int series = 4_000;
        int reading = 0;
        int showing = 0;
        int shown = 0;
        for (int i = 0; i < series; i++) {
            Behaviour behaviour = Behaviours.of(
                    normal(random, values),
                    List.of(),
                    Behaviours.STANDARD_BASELINE_SIZE,
                    Direction.HIGHER_IS_BETTER,
                    Cadence.DAILY);
            reading += behaviour.verdict() == Verdict.SIGNAL ? 1 : 0;
            showing += behaviour.signals().isEmpty() ? 0 : 1;
            shown += behaviour.signals().size();
        }
        assertThat((double) reading / series).isCloseTo(read, within(0.001));
        assertThat((double) showing / series).isCloseTo(everShown, within(0.001));
        assertThat((double) shown / series).isCloseTo(signals, within(0.01));
    }

    private static double simulatedWait(Set<SignalRule> rules, int series, Random random) {
        long wait = 0;
        for (int i = 0; i < series; i++) {
            List<Point> points = new ArrayList<>(normal(random, 128));
            while (signals(points, rules).isEmpty()) {
                points = extended(points, random);
            }
            wait += firstShown(points, rules);
        }
        return (double) wait / series;
    }

    /** The length of the shortest beginning that shows a signal. */
    private static int firstShown(List<Point> points, Set<SignalRule> rules) {
        int quiet = signals(points, rules).stream()
                .mapToInt(it -> (int) ChronoUnit.DAYS.between(FIRST_DAY, it.from()))
                .min()
                .orElseThrow();
        int shown = Math.min(points.size(), quiet + LONGEST_TO_SHOW);
        while (shown - quiet > 1) {
            int middle = (quiet + shown) >>> 1;
            if (signals(points.subList(0, middle), rules).isEmpty()) {
                quiet = middle;
            } else {
                shown = middle;
            }
        }
        return shown;
    }

    private static List<Signal> signals(List<Point> points, Set<SignalRule> rules) {
        return Stretch.signals(points, KNOWN, day -> Direction.HIGHER_IS_BETTER).stream()
                .filter(signal -> rules.contains(signal.rule()))
                .toList();
    }

    private static List<Point> extended(List<Point> points, Random random) {
        List<Point> longer = new ArrayList<>(points);
        points.forEach(it -> longer.add(point(longer.size(), random)));
        return longer;
    }

    private static List<Point> normal(Random random, int count) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(point(i, random));
        }
        return points;
    }

    private static Point point(int index, Random random) {
        LocalDate day = FIRST_DAY.plusDays(index);
        BigDecimal value = BigDecimal.valueOf(random.nextGaussian()).setScale(6, RoundingMode.HALF_EVEN);
        return new Point(new DateRange(day, day.plusDays(1)), value);
    }
}
