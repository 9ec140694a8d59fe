package io.goaltree.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.keyresult.MeasureKind;
import io.goaltree.scoring.Observation;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.time.Cadence;
import io.goaltree.time.DateRange;
import io.goaltree.tree.CourseStore.Step;
import io.goaltree.tree.GoalRows.KeyResultRow;
import io.goaltree.tree.GoalRows.ObjectiveRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twelve weeks from Monday 2026-01-05 on; what stood at the end of some of their days. */
class CourseTest {
    private static final UUID CYCLE = new UUID(0, 1);
    private static final UUID OBJECTIVE = new UUID(0, 2);
    private static final UUID KEY_RESULT = new UUID(0, 3);
    private static final LocalDate FIRST = LocalDate.parse("2026-01-05");

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, ",
        "2026-01-06, 1",
        "2026-01-11, 1",
        // The first value of the second week is out of range, the last one in it.
        "2026-01-13, 0.5",
        "2026-01-15, 1",
        // The third has none, and counts once it has ended.
        "2026-01-25, 1",
        "2026-01-26, 0.6666666666666666666666666666666667",
        "2026-02-01, 0.6666666666666666666666666666666667",
        "2026-02-02, 0.5"
    })
    void hold_is_the_share_of_periods_that_were_due_by_then(LocalDate day, @Nullable BigDecimal ratio) {
        List<Observation> values = List.of(seen("2026-01-06", "4"), seen("2026-01-13", "9"), seen("2026-01-15", "5"));
        KeyResultRow hold = new KeyResultRow(
                KEY_RESULT,
                OBJECTIVE,
                BigDecimal.ONE,
                false,
                MeasureKind.HOLD,
                null,
                null,
                new BigDecimal("4"),
                new BigDecimal("5"),
                Cadence.WEEKLY);
        Course course = new Course(
                rows(hold, Map.of(KEY_RESULT, values)), Map.of(KEY_RESULT, values), Map.of(), Map.of(), limits());
        assertStood(course, day, ratio);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05, 0", "2026-01-19, 0", "2026-01-20, 0.25", "2026-03-01, 0.25", "2026-03-02, 0.75"})
    void milestones_count_from_the_day_they_were_done(LocalDate day, BigDecimal ratio) {
        List<Step> steps = List.of(
                new Step(new BigDecimal("1"), LocalDate.parse("2026-01-20")),
                new Step(new BigDecimal("2"), LocalDate.parse("2026-03-02")),
                new Step(new BigDecimal("1"), null));
        KeyResultRow milestones = new KeyResultRow(
                KEY_RESULT, OBJECTIVE, BigDecimal.ONE, false, MeasureKind.MILESTONES, null, null, null, null, null);
        Course course = new Course(rows(milestones, Map.of()), Map.of(), Map.of(), Map.of(KEY_RESULT, steps), limits());
        assertStood(course, day, ratio);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-09, ", "2026-01-10, 0.1", "2026-01-12, 0.4", "2026-03-01, 0.4"})
    void last_value_of_a_day_counts_from_then_on(LocalDate day, @Nullable BigDecimal ratio) {
        List<Observation> values =
                List.of(seen("2026-01-10", "10"), seen("2026-01-12", "70"), seen("2026-01-12", "40"));
        Course course = new Course(rows(reach(), Map.of()), Map.of(KEY_RESULT, values), Map.of(), Map.of(), limits());
        assertStood(course, day, ratio);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-10, ", "2026-01-11, 0.2", "2026-01-17, 0.2", "2026-01-18, 0.6"})
    void who_is_fed_by_a_kpi_stands_at_its_values_whatever_was_checked_in(LocalDate day, @Nullable BigDecimal ratio) {
        Course course = new Course(
                rows(reach(), Map.of()),
                Map.of(KEY_RESULT, List.of(seen("2026-01-06", "99"), seen("2026-01-20", "99"))),
                Map.of(KEY_RESULT, List.of(seen("2026-01-11", "20"), seen("2026-01-18", "60"))),
                Map.of(),
                limits());
        assertStood(course, day, ratio);
    }

    @Test
    void who_is_fed_by_a_kpi_without_values_stands_nowhere() {
        Course course = new Course(
                rows(reach(), Map.of()),
                Map.of(KEY_RESULT, List.of(seen("2026-01-06", "99"))),
                Map.of(KEY_RESULT, List.of()),
                Map.of(),
                limits());
        assertStood(course, FIRST.plusDays(30), null);
    }

    private static void assertStood(Course course, LocalDate day, @Nullable BigDecimal ratio) {
        Map<UUID, Standing> standings = course.at(day);
        assertThat(standings.get(KEY_RESULT).score().ratio())
                .usingComparator(Comparator.nullsFirst(Comparator.naturalOrder()))
                .isEqualTo(ratio);
        assertThat(standings.get(OBJECTIVE).score().isMeasured()).isEqualTo(ratio != null);
        if (ratio != null) {
            assertThat(standings.get(OBJECTIVE).score().ratio()).isEqualByComparingTo(ratio);
        }
    }

    private static KeyResultRow reach() {
        return new KeyResultRow(
                KEY_RESULT,
                OBJECTIVE,
                BigDecimal.ONE,
                false,
                MeasureKind.REACH,
                BigDecimal.ZERO,
                BigDecimal.valueOf(100),
                null,
                null,
                null);
    }

    private static GoalRows rows(KeyResultRow keyResult, Map<UUID, List<Observation>> held) {
        return new GoalRows(
                Map.of(CYCLE, new DateRange(FIRST, FIRST.plusWeeks(12))),
                List.of(new ObjectiveRow(OBJECTIVE, CYCLE, null, false)),
                List.of(),
                List.of(keyResult),
                Map.of(),
                Map.of(),
                held,
                Map.of());
    }

    private static Observation seen(String day, String value) {
        return new Observation(LocalDate.parse(day), new BigDecimal(value));
    }

    private static PaceLimits limits() {
        return PaceLimits.standard();
    }
}
