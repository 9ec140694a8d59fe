package io.goaltree.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Problem PROBLEM = Problem.at(UserErrorCode.NOT_FOUND, "There is no Team 'x'", "input", "team");
    private static final Problem OTHER = Problem.at(UserErrorCode.REQUIRED, "Name is empty", "input", "name");

    @Test
    void what_was_done_folds_to_the_first_answer() {
        String answer = Outcome.done(7).fold(value -> "done " + value, problems -> "refused");

        assertThat(answer).isEqualTo("done 7");
    }

    @Test
    void what_was_refused_folds_to_the_second_answer() {
        String answer = Outcome.refused(List.of(PROBLEM, OTHER))
                .fold(
                        value -> "done",
                        problems -> problems.size() + " problems, first "
                                + problems.get(0).message());

        assertThat(answer).isEqualTo("2 problems, first There is no Team 'x'");
    }

    @Test
    void one_problem_is_a_refusal() {
        assertThat(Outcome.refused(PROBLEM)).isEqualTo(Outcome.refused(List.of(PROBLEM)));
    }

    @Test
    void a_refusal_without_a_problem_is_a_bug() {
        assertThatThrownBy(() -> Outcome.refused(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A refusal needs at least one problem");
    }

    @Test
    void a_refusal_keeps_the_problems_it_was_made_of() {
        List<Problem> problems = new ArrayList<>(List.of(PROBLEM));
        Outcome<Integer> refused = Outcome.refused(problems);
        problems.add(OTHER);

        assertThat(refused).isEqualTo(Outcome.refused(PROBLEM));
    }

    @Test
    void mapping_changes_what_was_done() {
        assertThat(Outcome.done(7).map(value -> value + 1)).isEqualTo(Outcome.done(8));
    }

    @Test
    void mapping_keeps_a_refusal() {
        Outcome<Integer> refused = Outcome.refused(PROBLEM);

        assertThat(refused.map(value -> value + 1)).isEqualTo(refused);
    }

    @Test
    void a_refusal_may_carry_what_is_there_instead() {
        Outcome<Integer> conflict = Outcome.refused(List.of(PROBLEM), 7);

        assertThat(conflict.object()).isEqualTo(7);
        assertThat(conflict.problems()).containsExactly(PROBLEM);
        assertThat(conflict.map(value -> value + 1)).isEqualTo(Outcome.refused(List.of(PROBLEM), 8));
        assertThat(Outcome.refused(PROBLEM).object()).isNull();
        assertThat(Outcome.done(7).object()).isEqualTo(7);
        assertThat(Outcome.done(7).problems()).isEmpty();
    }
}
