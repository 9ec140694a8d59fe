package io.goaltree.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goaltree.shared.Outcome;
import io.goaltree.shared.Problem;
import io.goaltree.shared.UserErrorCode;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hibernate.StaleObjectStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Problem CONFLICT = Problem.at(
            UserErrorCode.VERSION_CONFLICT,
            "Somebody else changed this meanwhile; read it again and repeat with its current version",
            "input",
            "expectedVersion");

    @Test
    void a_decision_is_answered_as_it_is() {
        assertThat(Attempts.attempt(() -> Outcome.done(7))).isEqualTo(Outcome.done(7));
        assertThat(Attempts.attempt(() -> Outcome.refused(CONFLICT))).isEqualTo(Outcome.refused(CONFLICT));
    }

    @Test
    void the_later_of_two_writers_of_one_row_is_refused() {
        assertThat(Attempts.attempt(failing(new OptimisticLockException()))).isEqualTo(Outcome.refused(CONFLICT));
        assertThat(Attempts.attempt(failing(new StaleObjectStateException("Team", 1))))
                .isEqualTo(Outcome.refused(CONFLICT));
        assertThat(Attempts.attempt(failing(new RuntimeException("rolled back", new OptimisticLockException()))))
                .isEqualTo(Outcome.refused(CONFLICT));
    }

    @Test
    void the_later_of_two_writers_of_one_key_is_refused() {
        assertThat(Attempts.attempt(failing(violation("team_key_is_unique"))))
                .isEqualTo(Outcome.refused(
                        Problem.at(UserErrorCode.DUPLICATE_KEY, "Team key is taken already", "input", "key")));
        assertThat(Attempts.attempt(failing(new RuntimeException(violation("person_email_is_unique")))))
                .isEqualTo(Outcome.refused(
                        Problem.at(UserErrorCode.DUPLICATE_KEY, "Email is taken already", "input", "email")));
    }

    @Test
    void any_other_failure_is_a_fault() {
        for (RuntimeException fault : new RuntimeException[] {
            violation("key_result_bounds_are_not_crossed"), violation(null), new IllegalStateException("a bug")
        }) {
            assertThatThrownBy(() -> Attempts.attempt(failing(fault))).isSameAs(fault);
        }
    }

    private static Supplier<Outcome<Object>> failing(RuntimeException thrown) {
        return () -> {
            throw thrown;
        };
    }

    private static ConstraintViolationException violation(@Nullable String constraint) {
        return new ConstraintViolationException("violated", new SQLException("23505"), constraint);
    }

    @Test
    void a_decision_that_met_another_writer_is_taken_anew() {
        for (RuntimeException collision : new RuntimeException[] {
            new OptimisticLockException(),
            new StaleObjectStateException("Team", 1),
            new RuntimeException("rolled back", new SQLException("deadlock detected", "40P01"))
        }) {
            AtomicInteger attempts = new AtomicInteger();
            Outcome<Integer> outcome = Attempts.attempt(() -> {
                if (attempts.incrementAndGet() < 4) {
                    throw collision;
                }
                return Outcome.done(7);
            });
            assertThat(outcome).isEqualTo(Outcome.done(7));
            assertThat(attempts).hasValue(4);
        }
    }

    @Test
    void whoever_never_gets_through_is_told_so() {
        RuntimeException deadlock = new RuntimeException(new SQLException("deadlock detected", "40P01"));
        assertThatThrownBy(() -> Attempts.attempt(failing(deadlock))).isSameAs(deadlock);
    }
}
