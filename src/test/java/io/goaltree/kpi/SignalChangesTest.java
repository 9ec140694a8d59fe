package io.goaltree.kpi;

import static io.goaltree.behaviour.SignalDirection.IMPROVING;
import static io.goaltree.behaviour.SignalDirection.WORSENING;
import static io.goaltree.behaviour.SignalRule.OUTSIDE_LIMITS;
import static io.goaltree.behaviour.SignalRule.RUN_OF_EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.goaltree.behaviour.Signal;
import io.goaltree.behaviour.SignalDirection;
import io.goaltree.behaviour.SignalRule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignalChangesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    @Test
    void what_is_as_it_was_changes_nothing() {
        Signal run = signal(RUN_OF_EIGHT, 0, 9, IMPROVING);
        assertThat(SignalChanges.of(List.of(kept(run, false)), List.of(run)))
                .isEqualTo(new SignalChanges(List.of(), List.of()));
    }

    @Test
    void a_run_that_goes_on_is_the_same_signal() {
        KeptSignal before = kept(signal(RUN_OF_EIGHT, 0, 9, IMPROVING), false);
        Signal longer = signal(RUN_OF_EIGHT, 0, 10, IMPROVING);
        assertThat(SignalChanges.of(List.of(before), List.of(longer)))
                .isEqualTo(new SignalChanges(List.of(), List.of(new KeptSignal(before.id(), longer, false))));
    }

    @Test
    void a_run_that_begins_earlier_after_a_correction_is_the_same_signal() {
        KeptSignal before = kept(signal(RUN_OF_EIGHT, 2, 9, IMPROVING), false);
        Signal earlier = signal(RUN_OF_EIGHT, 0, 9, IMPROVING);
        assertThat(SignalChanges.of(List.of(before), List.of(earlier)))
                .isEqualTo(new SignalChanges(List.of(), List.of(new KeptSignal(before.id(), earlier, false))));
    }

    @Test
    void one_that_is_gone_is_remembered_and_not_new_when_it_comes_back() {
        Signal outside = signal(OUTSIDE_LIMITS, 4, 4, WORSENING);
        KeptSignal shown = kept(outside, false);
        KeptSignal gone = new KeptSignal(shown.id(), outside, true);
        assertThat(SignalChanges.of(List.of(shown), List.of())).isEqualTo(new SignalChanges(List.of(), List.of(gone)));
        assertThat(SignalChanges.of(List.of(gone), List.of())).isEqualTo(new SignalChanges(List.of(), List.of()));
        assertThat(SignalChanges.of(List.of(gone), List.of(outside)))
                .isEqualTo(new SignalChanges(List.of(), List.of(shown)));
    }

    @Test
    void what_overlaps_one_that_is_gone_is_new() {
        KeptSignal gone = kept(signal(RUN_OF_EIGHT, 0, 19, IMPROVING), true);
        Signal afterRebase = signal(RUN_OF_EIGHT, 10, 18, IMPROVING);
        assertThat(SignalChanges.of(List.of(gone), List.of(afterRebase)))
                .isEqualTo(new SignalChanges(List.of(afterRebase), List.of()));
    }

    @Test
    void another_rule_another_meaning_and_other_periods_are_new() {
        KeptSignal before = kept(signal(RUN_OF_EIGHT, 0, 9, IMPROVING), false);
        Signal otherRule = signal(OUTSIDE_LIMITS, 0, 0, IMPROVING);
        Signal otherMeaning = signal(RUN_OF_EIGHT, 5, 12, WORSENING);
        Signal later = signal(RUN_OF_EIGHT, 10, 17, IMPROVING);
        assertThat(SignalChanges.of(List.of(before), List.of(before.signal(), otherRule, otherMeaning, later)))
                .isEqualTo(new SignalChanges(List.of(otherRule, otherMeaning, later), List.of()));
    }

    @Test
    void a_run_that_a_correction_splits_stays_as_its_first_part_and_the_second_is_new() {
        KeptSignal before = kept(signal(RUN_OF_EIGHT, 0, 19, IMPROVING), false);
        Signal first = signal(RUN_OF_EIGHT, 0, 8, IMPROVING);
        Signal second = signal(RUN_OF_EIGHT, 10, 19, IMPROVING);
        assertThat(SignalChanges.of(List.of(before), List.of(first, second)))
                .isEqualTo(new SignalChanges(List.of(second), List.of(new KeptSignal(before.id(), first, false))));
    }

    private static KeptSignal kept(Signal signal, boolean isGone) {
        return new KeptSignal(UUID.randomUUID(), signal, isGone);
    }

    private static Signal signal(SignalRule rule, int from, int to, SignalDirection direction) {
        return new Signal(rule, DAY.plusDays(from), DAY.plusDays(to), direction);
    }
}
