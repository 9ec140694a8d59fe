package io.goaltree.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.goaltree.keyresult.MeasureKind;
import io.goaltree.scoring.PaceLimits;
import io.goaltree.scoring.ProgressStatus;
import io.goaltree.time.DateRange;
import io.goaltree.tree.GoalRows.CurrentRow;
import io.goaltree.tree.GoalRows.EdgeRow;
import io.goaltree.tree.GoalRows.KeyResultRow;
import io.goaltree.tree.GoalRows.ObjectiveRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The one pass over a tree gives what a naive recursion over exact fractions gives. */
class StandingsLawTest {
    private static final Fraction LAST_DIGITS = Fraction.of(new BigDecimal("1E-30"));

    private final Map<ProgressStatus, Integer> met = new EnumMap<>(ProgressStatus.class);

    @Test
    void twenty_thousand_random_trees_stand_where_a_naive_recursion_says() {
        Random random = new Random(20_261_124);
        for (int tree = 0; tree < 20_000; tree++) {
            GoalRows rows = RandomGoals.grow(random);
            LocalDate today = RandomGoals.NEW_YEAR.plusDays(random.nextInt(280) - 10);
            compare(tree, rows, today);
        }
        assertThat(met).containsOnlyKeys(ProgressStatus.values());
        assertThat(met.values()).allMatch(count -> count > 2_000);
    }

    @Test
    void the_child_of_two_parents_counts_once_in_each_and_its_grandparent_sees_both() {
        UUID cycle = uuid(0);
        List<ObjectiveRow> objectives = List.of(objective(1), objective(2), objective(3), objective(4));
        GoalRows rows = new GoalRows(
                Map.of(cycle, new DateRange(RandomGoals.NEW_YEAR, RandomGoals.NEW_YEAR.plusDays(90))),
                objectives,
                List.of(edge(4, 2, "1"), edge(4, 3, "5"), edge(2, 1, "1"), edge(3, 1, "3")),
                List.of(reach(14, 4), reach(12, 2)),
                Map.of(),
                Map.of(
                        uuid(14), new CurrentRow(new BigDecimal("60"), null),
                        uuid(12), new CurrentRow(new BigDecimal("20"), null)),
                Map.of(),
                Map.of());
        Map<UUID, Standing> standings = Standings.of(rows, RandomGoals.NEW_YEAR, PaceLimits.standard());
        assertThat(standings.get(uuid(4)).score().ratio()).isEqualByComparingTo("0.6");
        assertThat(standings.get(uuid(3)).score().ratio()).isEqualByComparingTo("0.6");
        assertThat(standings.get(uuid(2)).score().ratio()).isEqualByComparingTo("0.4");
        assertThat(standings.get(uuid(1)).score().ratio()).isEqualByComparingTo("0.55");
    }

    private void compare(int tree, GoalRows rows, LocalDate today) {
        Map<UUID, Standing> standings = Standings.of(rows, today, PaceLimits.standard());
        NaiveStandings naive = NaiveStandings.of(rows, today);
        assertThat(standings)
                .hasSize(rows.objectives().size() + rows.keyResults().size());
        for (ObjectiveRow row : rows.objectives()) {
            Standing standing = standings.get(row.id());
            NaiveStandings.Naive expected = naive.objective(row.id());
            compare(tree, standing, expected, naive.statusOfObjective(row, expected));
            met.merge(standing.status(), 1, Integer::sum);
        }
        for (KeyResultRow row : rows.keyResults()) {
            compare(tree, standings.get(row.id()), naive.keyResult(row), naive.statusOfKeyResult(row));
        }
    }

    private static void compare(int tree, Standing standing, NaiveStandings.Naive naive, ProgressStatus status) {
        if (!isNear(standing.score().ratio(), naive.ratio())
                || !isNear(standing.score().coverage(), naive.coverage())
                || standing.status() != status) {
            fail("In tree %d a standing is %s; it must be %s, %s", tree, standing, naive, status);
        }
    }

    private static boolean isNear(@Nullable BigDecimal computed, @Nullable Fraction exact) {
        if (computed == null || exact == null) {
            return computed == null && exact == null;
        }
        Fraction difference = Fraction.of(computed).minus(exact);
        return difference.compareTo(LAST_DIGITS) < 0
                && Fraction.ZERO.minus(difference).compareTo(LAST_DIGITS) < 0;
    }

    private static ObjectiveRow objective(int number) {
        return new ObjectiveRow(uuid(number), uuid(0), null, false);
    }

    private static EdgeRow edge(int child, int parent, String weight) {
        return new EdgeRow(uuid(child), uuid(parent), null, new BigDecimal(weight));
    }

    private static KeyResultRow reach(int number, int objective) {
        return new KeyResultRow(
                uuid(number),
                uuid(objective),
                BigDecimal.ONE,
                false,
                MeasureKind.REACH,
                BigDecimal.ZERO,
                new BigDecimal("100"),
                null,
                null,
                null);
    }

    private static UUID uuid(int number) {
        return new UUID(0, number);
    }
}
