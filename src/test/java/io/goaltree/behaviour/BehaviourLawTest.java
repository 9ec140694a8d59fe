package io.goaltree.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.scoring.Direction;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for any history, whatever its numbers are. */
class BehaviourLawTest {
    private static final LocalDate FIRST_MONDAY = LocalDate.parse("2024-01-01");
    private static final int BASELINE = 10;

    @Test
    void law_another_unit_shows_the_same_signals() {
        Random random = new Random(20251111);
        Map<SignalRule, Integer> met = new EnumMap<>(SignalRule.class);
        for (int i = 0; i < 2_000; i++) {
            List<Point> weeks = weeks(random);
            BigDecimal scale = BigDecimal.valueOf(1 + random.nextInt(900), 2);
            BigDecimal shift = BigDecimal.valueOf(random.nextInt(2_000) - 1_000, 1);
            Behaviour before = read(weeks, Direction.HIGHER_IS_BETTER);
            assertSameButLimits(read(converted(weeks, scale, shift), Direction.HIGHER_IS_BETTER), before);
            assertSameButLimits(read(converted(weeks, scale.negate(), shift), Direction.LOWER_IS_BETTER), before);
            before.signals().forEach(signal -> met.merge(signal.rule(), 1, Integer::sum));
        }
        assertThat(met).containsOnlyKeys(SignalRule.values());
        assertThat(met.values()).allMatch(count -> count > 200);
    }

    @Test
    void law_later_values_move_no_frozen_limit_and_take_back_no_finished_signal() {
        Random random = new Random(20251112);
        for (int i = 0; i < 1_000; i++) {
            List<Point> weeks = weeks(random);
            Behaviour whole = read(weeks, Direction.HIGHER_IS_BETTER);
            for (int size = BASELINE; size < weeks.size(); size++) {
                Behaviour part = read(weeks.subList(0, size), Direction.HIGHER_IS_BETTER);
                LocalDate last = weeks.get(size - 1).period().lastDay();
                assertThat(part.currentLimits()).isEqualTo(whole.currentLimits());
                assertThat(whole.signals())
                        .containsAll(part.signals().stream()
                                .filter(signal -> signal.to().isBefore(last.minusWeeks(4)))
                                .toList());
            }
        }
    }

    @Test
    void law_a_verdict_has_what_belongs_to_it_and_nothing_else() {
        Random random = new Random(20251113);
        for (int i = 0; i < 2_000; i++) {
            List<Point> weeks = weeks(random);
            List<Point> some = weeks.subList(0, random.nextInt(weeks.size()));
            Behaviour behaviour = read(some, Direction.values()[random.nextInt(3)]);
            boolean signal = behaviour.verdict() == Verdict.SIGNAL;
            assertThat(behaviour.currentLimits() == null).isEqualTo(behaviour.verdict() == Verdict.INSUFFICIENT_DATA);
            assertThat(behaviour.since() != null).isEqualTo(signal);
            assertThat(behaviour.direction() != null).isEqualTo(signal);
            if (signal) {
                assertThat(behaviour.signals()).anyMatch(it -> it.from().equals(behaviour.since()));
            }
            if (behaviour.currentLimits() != null) {
                Limits limits = Objects.requireNonNull(behaviour.currentLimits());
                assertThat(limits.lower()
                                .add(limits.upper())
                                .subtract(limits.mean().add(limits.mean()))
                                .abs())
                        .isLessThan(new BigDecimal("1E-28"));
            }
        }
    }

    private static void assertSameButLimits(Behaviour actual, Behaviour expected) {
        assertThat(actual.signals()).isEqualTo(expected.signals());
        assertThat(actual.verdict()).isEqualTo(expected.verdict());
        assertThat(actual.since()).isEqualTo(expected.since());
        assertThat(actual.direction()).isEqualTo(expected.direction());
        assertThat(actual.proposedRebase()).isEqualTo(expected.proposedRebase());
    }

    private static Behaviour read(List<Point> points, Direction direction) {
        return Behaviours.of(points, List.of(), BASELINE, direction, Cadence.WEEKLY);
    }

    /** Weeks with a shift now and then, a missing week now and then, and few different values, so that edges are met. */
    private static List<Point> weeks(Random random) {
        List<Point> weeks = new ArrayList<>();
        DateRange week = Cadence.WEEKLY.periodContaining(FIRST_MONDAY);
        int level = 50;
        while (weeks.size() < 40) {
            level = random.nextInt(15) == 0 ? level + random.nextInt(21) - 10 : level;
            weeks.add(new Point(week, BigDecimal.valueOf(level + random.nextInt(9) - 4L)));
            week = Cadence.WEEKLY.after(random.nextInt(20) == 0 ? Cadence.WEEKLY.after(week) : week);
        }
        return weeks;
    }

    private static List<Point> converted(List<Point> points, BigDecimal scale, BigDecimal shift) {
        return points.stream()
                .map(it -> new Point(it.period(), it.value().multiply(scale).add(shift)))
                .toList();
    }
}
